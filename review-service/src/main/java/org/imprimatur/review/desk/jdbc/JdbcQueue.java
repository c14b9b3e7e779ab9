package org.imprimatur.review.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQueue implements Queue {

    private static final String ENDED = "('published', 'rejected', 'withdrawn')";

    /** The same rule as that of the permissions, for a list: a test compares the two. */
    private static final String VISIBLE = """
            select m.id, m.number, m.title, coalesce(n.title, m.section) as section, s.step, s.whose, s.account, s.since, s.until, s.next_what, s.next_at,
                   (s.account = :me
                        or s.account is null and s.whose = 'managing-editor' and m.journal = any (:managing)
                        or s.account is null and s.whose = 'production-editor' and m.journal = any (:producing))
                   is true as mine,
                   coalesce(s.until < :now, false) as late,
                   coalesce((select string_agg(c.given || ' ' || c.family, ', ' order by c.place)
                             from contributor c where c.manuscript = m.id), '') as by_line,
                   coalesce((select max(r.round) from review_round r where r.manuscript = m.id), 0) as round
            from manuscript m join standing s on s.manuscript = m.id
            left join journal_section n on n.journal = m.journal and n.key = m.section
            where (m.journal = any (:whole) or m.journal = any (:own) and m.handling_editor = :me)
              and not exists (select from author a where a.manuscript = m.id and a.account = :me)
            """;

    private final JdbcClient jdbc;

    JdbcQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Row> rows(Actor.Person person, Asked asked, Instant now, int limit) {
        String rank = switch (asked.order()) {
            case MOVE -> "case when mine then 0 else 1 end";
            case DUE -> "case when until is null then 1 else 0 end";
            case NUMBER -> "0";
        };
        String key = switch (asked.order()) {
            case MOVE -> "to_char(since at time zone 'UTC', 'YYYYMMDDHH24MISSUS')";
            case DUE -> "to_char(coalesce(until, since) at time zone 'UTC', 'YYYYMMDDHH24MISSUS')";
            case NUMBER -> "number";
        };
        Map<String, Object> parameters = who(person, now);
        parameters.put("step", asked.step().orElse(null));
        parameters.put("onlyMine", asked.mine());
        parameters.put("onlyLate", asked.late());
        parameters.put("patterns", patterns(asked.words()));
        parameters.put("paged", asked.after() != null);
        parameters.put("afterRank", asked.after() == null ? 0 : asked.after().rank());
        parameters.put("afterKey", asked.after() == null ? "" : asked.after().key());
        parameters.put("afterId", asked.after() == null ? "" : asked.after().id());
        parameters.put("limit", limit);
        return jdbc.sql("with visible as (" + VISIBLE + "), placed as (select v.*, " + rank + " as rank, " + key
                        + " as key from visible v)" + """

                        select * from placed
                        where (step = :step::text or :step::text is null and (step not in\s""" + ENDED + """
                        or cardinality(:patterns) > 0))
                          and (mine or not :onlyMine) and (late or not :onlyLate)
                          and concat_ws(' ', number, title, by_line, section) ilike all (:patterns)
                          and (not :paged or (rank, key, id) > (:afterRank, :afterKey, :afterId))
                        order by rank, key, id
                        limit :limit""")
                .params(parameters)
                .query(JdbcQueue::row)
                .list();
    }

    @Override
    public List<Count> counts(Actor.Person person, Instant now) {
        return jdbc.sql("with visible as (" + VISIBLE + ")" + """

                        select step, mine, late, count(*) as n, min(since) as oldest
                        from visible group by step, mine, late""")
                .params(who(person, now))
                .query((row, n) -> new Count(
                        row.getString("step"),
                        row.getBoolean("mine"),
                        row.getBoolean("late"),
                        row.getInt("n"),
                        instant(row, "oldest").orElseThrow()))
                .list();
    }

    private static Map<String, Object> who(Actor.Person person, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", person.account());
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put(
                "whole",
                journals(
                        person.roles(),
                        Role.MANAGING_EDITOR,
                        Role.EDITOR_IN_CHIEF,
                        Role.PRODUCTION_EDITOR,
                        Role.ADMINISTRATOR));
        parameters.put("own", journals(person.roles(), Role.HANDLING_EDITOR));
        parameters.put("managing", journals(person.roles(), Role.MANAGING_EDITOR));
        parameters.put("producing", journals(person.roles(), Role.PRODUCTION_EDITOR));
        return parameters;
    }

    private static String[] journals(Set<Held> roles, Role... wanted) {
        return roles.stream()
                .filter(held -> List.of(wanted).contains(held.role()))
                .map(Held::journal)
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] patterns(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("by_line"),
                row.getString("section"),
                row.getInt("round"),
                row.getString("step"),
                row.getString("whose"),
                Optional.ofNullable(row.getString("account")),
                instant(row, "since").orElseThrow(),
                instant(row, "until"),
                Optional.ofNullable(row.getString("next_what")),
                instant(row, "next_at"),
                row.getBoolean("mine"),
                new After(row.getInt("rank"), row.getString("key"), row.getString("id")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
