package org.imprimatur.review.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.desk.Pulse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPulse implements Pulse {

    private static final String OF_THE_JOURNAL = """
        d.journal = :journal and (:section::text is null or d.section = :section)
            and not (:account = any (d.authors))\
        """;
    private static final String SPAN = """
        count(*) as n, percentile_cont(0.5) within group (order by days) as median,
            percentile_cont(0.9) within group (order by days) as ninetieth\
        """;
    private static final String DAYS = "extract(epoch from ends - begins) / 86400.0 as days";

    private final JdbcClient jdbc;

    JdbcPulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Figures figures(Asked asked, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("journal", asked.journal());
        parameters.put("section", asked.section().orElse(null));
        parameters.put("account", asked.account());
        parameters.put("from", asked.from().atStartOfDay().atOffset(ZoneOffset.UTC));
        parameters.put("to", asked.to().atStartOfDay().atOffset(ZoneOffset.UTC));
        parameters.put("firstMonth", asked.from().withDayOfMonth(1));
        parameters.put("lastDay", asked.to().minusDays(1));
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        return new Figures(
                submissions(parameters),
                decided("accepted_at is not null and m.accepted_at >= :from and m.accepted_at < :to", parameters),
                decided(
                        "exists (select from standing s where s.manuscript = m.id and s.step = 'rejected'"
                                + " and s.since >= :from and s.since < :to)",
                        parameters),
                span("""
                    select d.submitted_at as begins, f.first as ends
                    from desk_row d cross join lateral (select min(at) as first from (
                        select decided_at as at from decision where manuscript = d.manuscript and state = 'in-effect'
                        union all
                        select at from screening where manuscript = d.manuscript and verdict = 'desk-reject'
                    ) a) f
                    where f.first >= :from and f.first < :to and\
                    """, parameters),
                span("""
                    select i.answered_at as begins, i.ended_at as ends
                    from desk_row d join invitation i on i.manuscript = d.manuscript and i.state = 'reviewed'
                    where i.ended_at >= :from and i.ended_at < :to and\
                    """, parameters),
                span("""
                    select d.submitted_at as begins, d.since as ends from desk_row d
                    where d.step = 'published' and not d.active and d.since >= :from and d.since < :to and\
                    """, parameters),
                answers(parameters),
                late(parameters));
    }

    private List<Month> submissions(Map<String, Object> parameters) {
        return jdbc.sql("""
            select month::date as month, count(d.manuscript) as n
            from generate_series(:firstMonth::date, :lastDay::date, interval '1 month') month
            left join desk_row d on d.submitted_at >= month at time zone 'UTC'
                and d.submitted_at < (month + interval '1 month') at time zone 'UTC'
                and d.submitted_at >= :from and d.submitted_at < :to and\s\
            """ + OF_THE_JOURNAL + """

            group by month order by month\
            """)
                .params(parameters)
                .query((row, n) -> new Month(row.getObject("month", LocalDate.class), row.getInt("n")))
                .list();
    }

    private int decided(String so, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from manuscript m join desk_row d on d.manuscript = m.id where " + so + " and "
                        + OF_THE_JOURNAL)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private Span span(String of, Map<String, Object> parameters) {
        return jdbc.sql("select " + SPAN + " from (select " + DAYS + " from (" + of + " " + OF_THE_JOURNAL + ") a) b")
                .params(parameters)
                .query((row, n) -> new Span(row.getInt("n"), days(row, "median"), days(row, "ninetieth")))
                .single();
    }

    private static Optional<Integer> days(ResultSet row, String column) throws SQLException {
        double days = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of((int) Math.round(days));
    }

    private Answers answers(Map<String, Object> parameters) {
        return jdbc.sql("""
            select count(*) filter (where i.state in ('accepted', 'reviewed', 'withdrew')) as accepted,
                count(*) filter (where i.state = 'declined') as declined,
                count(*) filter (where i.state = 'expired') as unanswered,
                count(*) filter (where i.state = 'invited') as open
            from invitation i join desk_row d on d.manuscript = i.manuscript
            where i.invited_at >= :from and i.invited_at < :to and\s\
            """ + OF_THE_JOURNAL)
                .params(parameters)
                .query((row, n) -> new Answers(
                        row.getInt("accepted"), row.getInt("declined"), row.getInt("unanswered"), row.getInt("open")))
                .single();
    }

    private List<Late> late(Map<String, Object> parameters) {
        return jdbc.sql("select d.step, count(*) as n, count(*) filter (where d.due < :now) as late"
                        + " from desk_row d where d.active and " + OF_THE_JOURNAL
                        + " group by d.step order by late desc, d.step")
                .params(parameters)
                .query((row, n) -> new Late(row.getString("step"), row.getInt("n"), row.getInt("late")))
                .list();
    }
}
