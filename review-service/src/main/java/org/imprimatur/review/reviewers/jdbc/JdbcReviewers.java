package org.imprimatur.review.reviewers.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReviewers implements Reviewers {

    private static final String LISTED = """
            select r.*, p.away_until, p.away_note, p.keywords, p.subjects, p.languages,
                   (select count(*) from invitation i where i.reviewer = r.id and i.state in ('invited', 'accepted')) as open,
                   (select count(*) from invitation i where i.reviewer = r.id and i.state = 'reviewed') as written
            from reviewer r left join reviewer_profile p on p.account = r.account
            """;

    private final JdbcClient jdbc;

    JdbcReviewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Reviewer> find(String id) {
        return jdbc.sql("select * from reviewer where id = ?")
                .param(id)
                .query(JdbcReviewers::reviewer)
                .optional();
    }

    @Override
    public List<Reviewer> all(Collection<String> ids) {
        return jdbc.sql("select * from reviewer where id = any(?)")
                .param(ids.toArray(String[]::new))
                .query(JdbcReviewers::reviewer)
                .list();
    }

    @Override
    public Optional<String> language(String reviewer) {
        return jdbc.sql("select language from reviewer where id = ? and language is not null")
                .param(reviewer)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> accountOf(String id) {
        return jdbc.sql("select account from reviewer where id = ? and account is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public void reads(String reviewer, String language) {
        jdbc.sql("update reviewer set language = ? where id = ?")
                .params(language, reviewer)
                .update();
    }

    private static Reviewer reviewer(ResultSet row, int n) throws SQLException {
        return new Reviewer(
                row.getString("id"),
                row.getString("name"),
                row.getString("address"),
                row.getString("affiliation"),
                row.getString("expertise"));
    }

    @Override
    public boolean add(Reviewer reviewer, Instant now) {
        return jdbc.sql("""
                insert into reviewer (id, name, address, affiliation, expertise, added_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                        .params(
                                reviewer.id(),
                                reviewer.name(),
                                reviewer.address(),
                                reviewer.affiliation(),
                                reviewer.expertise(),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public int forget(Predicate<String> addresses) {
        List<Reviewer> theirs = jdbc.sql("select * from reviewer").query(JdbcReviewers::reviewer).list().stream()
                .filter(reviewer -> addresses.test(reviewer.address()))
                .map(Reviewer::erased)
                .toList();
        theirs.forEach(erased -> jdbc.sql("""
                update reviewer set name = ?, address = ?, affiliation = ?, expertise = ?, account = null where id = ?""")
                .params(erased.name(), erased.address(), erased.affiliation(), erased.expertise(), erased.id())
                .update());
        return theirs.size();
    }

    @Override
    public void asked(String reviewer, Instant at) {
        jdbc.sql("update reviewer set last_asked = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), reviewer)
                .update();
    }

    @Override
    public List<Listed> search(String words, After after, int limit) {
        String[] patterns = words.strip().isEmpty()
                ? new String[0]
                : java.util.Arrays.stream(words.strip().split("\\s+"))
                        .map(word -> "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                        .toArray(String[]::new);
        return jdbc.sql(LISTED + """
                where concat_ws(' ', r.name, r.address, r.affiliation, r.expertise, array_to_string(p.keywords, ' '),
                                array_to_string(p.subjects, ' ')) ilike all (:patterns)
                  and (r.name, r.id) > (:name, :id)
                order by r.name, r.id
                limit :limit""")
                .param("patterns", patterns)
                .param("name", after == null ? "" : after.name())
                .param("id", after == null ? "" : after.id())
                .param("limit", limit)
                .query(JdbcReviewers::listed)
                .list();
    }

    @Override
    public List<Listed> listed(Collection<String> ids) {
        return jdbc.sql(LISTED + "where r.id = any(:ids) order by r.name, r.id")
                .param("ids", ids.toArray(String[]::new))
                .query(JdbcReviewers::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int n) throws SQLException {
        return new Listed(
                reviewer(row, n),
                row.getInt("open"),
                row.getInt("written"),
                Optional.ofNullable(row.getObject("last_asked", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                JdbcProfiles.profile(row));
    }
}
