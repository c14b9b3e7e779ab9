package org.imprimatur.review.manuscript.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.manuscript.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcManuscripts implements Manuscripts {

    private static final String SELECT = """
            select m.*,
                   (select a.account from author a where a.manuscript = m.id and a.corresponding) as corresponding_account,
                   array(select a.account from author a where a.manuscript = m.id) as authors
            from manuscript m
            where\s""";

    private final JdbcClient jdbc;

    JdbcManuscripts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Manuscript> find(String id) {
        return jdbc.sql(SELECT + "m.id = ?")
                .param(id)
                .query(JdbcManuscripts::manuscript)
                .optional();
    }

    @Override
    public Optional<Manuscript> byNumber(String number) {
        return jdbc.sql(SELECT + "m.number = ?")
                .param(number)
                .query(JdbcManuscripts::manuscript)
                .optional();
    }

    @Override
    public Optional<Manuscript> lock(String id) {
        return jdbc.sql(SELECT + "m.id = ? for update of m")
                .param(id)
                .query(JdbcManuscripts::manuscript)
                .optional();
    }

    private static Manuscript manuscript(ResultSet row, int n) throws SQLException {
        return new Manuscript(
                row.getString("id"),
                row.getString("number"),
                row.getString("journal"),
                row.getString("section"),
                row.getString("article_type"),
                row.getString("title"),
                row.getString("abstract"),
                strings(row.getArray("keywords")),
                row.getString("language"),
                row.getInt("version"),
                row.getInt("policy_version"),
                row.getString("corresponding_account"),
                new HashSet<>(strings(row.getArray("authors"))),
                Optional.ofNullable(row.getString("handling_editor")),
                instant(row, "submitted_at").orElseThrow(),
                instant(row, "revised_at"),
                instant(row, "accepted_at"),
                Optional.ofNullable(row.getObject("accepted_version", Integer.class)));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void add(Manuscript manuscript, Version version, List<Contributor> byLine) {
        jdbc.sql("""
                insert into manuscript (id, number, journal, section, article_type, title, abstract, keywords, language,
                    version, policy_version, submitted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        manuscript.id(),
                        manuscript.number(),
                        manuscript.journal(),
                        manuscript.section(),
                        manuscript.articleType(),
                        manuscript.title(),
                        manuscript.abstractText(),
                        manuscript.keywords().toArray(String[]::new),
                        manuscript.language(),
                        manuscript.version(),
                        manuscript.policyVersion(),
                        utc(manuscript.submittedAt()))
                .update();
        Set<String> accounts = new HashSet<>(manuscript.authors());
        accounts.add(manuscript.correspondingAccount());
        // what was said before two accounts were merged may name both
        accounts.forEach(account -> jdbc.sql("""
                insert into author (manuscript, account, corresponding)
                values (:manuscript, coalesce((select account from account_alias where id = :account), :account),
                    :corresponding)
                on conflict (manuscript, account)
                    do update set corresponding = author.corresponding or excluded.corresponding""")
                .param("manuscript", manuscript.id())
                .param("account", account)
                .param("corresponding", account.equals(manuscript.correspondingAccount()))
                .update());
        keep(manuscript.id(), version, byLine);
    }

    @Override
    public void change(Manuscript manuscript) {
        jdbc.sql("""
                update manuscript set title = ?, abstract = ?, keywords = ?, language = ?, version = ?,
                    handling_editor = ?, revised_at = ?, accepted_at = ?, accepted_version = ?
                where id = ?""")
                .params(
                        manuscript.title(),
                        manuscript.abstractText(),
                        manuscript.keywords().toArray(String[]::new),
                        manuscript.language(),
                        manuscript.version(),
                        manuscript.handlingEditor().orElse(null),
                        utc(manuscript.revisedAt().orElse(null)),
                        utc(manuscript.acceptedAt().orElse(null)),
                        manuscript.acceptedVersion().orElse(null),
                        manuscript.id())
                .update();
    }

    @Override
    public void revise(Manuscript manuscript, Version version, List<Contributor> byLine) {
        change(manuscript);
        jdbc.sql("delete from contributor where manuscript = ?")
                .param(manuscript.id())
                .update();
        keep(manuscript.id(), version, byLine);
    }

    private void keep(String manuscript, Version version, List<Contributor> byLine) {
        jdbc.sql("""
                insert into manuscript_version (manuscript, version, metadata, file, response, intake_report,
                    intake_errors, intake_warnings, submitted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        manuscript,
                        version.version(),
                        version.metadata(),
                        version.file(),
                        version.response().orElse(null),
                        version.intakeReport(),
                        version.intakeErrors(),
                        version.intakeWarnings(),
                        utc(version.submittedAt()))
                .update();
        for (int place = 0; place < byLine.size(); place++) {
            Contributor one = byLine.get(place);
            jdbc.sql("""
                    insert into contributor (manuscript, place, given, family, affiliation, corresponding)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(manuscript, place, one.given(), one.family(), one.affiliation(), one.corresponding())
                    .update();
        }
    }

    @Override
    public List<Version> versions(String manuscript) {
        return jdbc.sql("select * from manuscript_version where manuscript = ? order by version")
                .param(manuscript)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getString("metadata"),
                        row.getString("file"),
                        Optional.ofNullable(row.getString("response")),
                        row.getString("intake_report"),
                        row.getInt("intake_errors"),
                        row.getInt("intake_warnings"),
                        instant(row, "submitted_at").orElseThrow()))
                .list();
    }

    @Override
    public List<Contributor> byLine(String manuscript) {
        return jdbc.sql("select * from contributor where manuscript = ? order by place")
                .param(manuscript)
                .query((row, n) -> new Contributor(
                        row.getString("given"),
                        row.getString("family"),
                        row.getString("affiliation"),
                        row.getBoolean("corresponding")))
                .list();
    }

    @Override
    public Optional<Standing> standing(String manuscript) {
        return jdbc.sql("select * from standing where manuscript = ?")
                .param(manuscript)
                .query((row, n) -> new Standing(
                        row.getString("step"),
                        row.getString("whose"),
                        Optional.ofNullable(row.getString("account")),
                        instant(row, "since").orElseThrow(),
                        instant(row, "until"),
                        Optional.ofNullable(row.getString("next_what")),
                        instant(row, "next_at")))
                .optional();
    }

    @Override
    public void stand(String manuscript, Standing standing) {
        jdbc.sql("""
                insert into standing (manuscript, step, whose, account, since, until, next_what, next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (manuscript) do update set step = excluded.step, whose = excluded.whose,
                    account = excluded.account, since = excluded.since, until = excluded.until,
                    next_what = excluded.next_what, next_at = excluded.next_at""")
                .params(
                        manuscript,
                        standing.step(),
                        standing.whose(),
                        standing.account().orElse(null),
                        utc(standing.since()),
                        utc(standing.until().orElse(null)),
                        standing.nextWhat().orElse(null),
                        utc(standing.nextAt().orElse(null)))
                .update();
    }
}
