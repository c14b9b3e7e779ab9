package org.imprimatur.review.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manuscript put straight into the tables that the dashboard's is made of, as it would stand there.
 *
 * @param account whose move it is, or null
 * @param editor the handling editor, or null
 */
public record DeskRow(
        String id,
        String number,
        String journal,
        String title,
        List<String> authors,
        String step,
        String whose,
        String account,
        String editor,
        Instant since,
        Instant until) {

    /** One of a journal that waits to be screened since then, and has an author of its own. */
    public static DeskRow screening(String journal, int n, Instant since) {
        String id = UUID.randomUUID().toString();
        return new DeskRow(
                id,
                "%s-%04d".formatted(journal.toUpperCase(java.util.Locale.ROOT), n),
                journal,
                "Manuscript number " + n,
                List.of("author-of-" + id),
                "screening",
                "managing-editor",
                null,
                null,
                since,
                since.plusSeconds(7 * 86_400));
    }

    public DeskRow titled(String newTitle) {
        return new DeskRow(id, number, journal, newTitle, authors, step, whose, account, editor, since, until);
    }

    public DeskRow by(String... accounts) {
        return new DeskRow(id, number, journal, title, List.of(accounts), step, whose, account, editor, since, until);
    }

    public DeskRow at(String newStep, String newWhose, String newAccount, Instant newUntil) {
        return new DeskRow(id, number, journal, title, authors, newStep, newWhose, newAccount, editor, since, newUntil);
    }

    public DeskRow with(String newEditor) {
        return new DeskRow(id, number, journal, title, authors, step, whose, account, newEditor, since, until);
    }

    public DeskRow put(JdbcClient jdbc) {
        jdbc.sql("""
            insert into manuscript (id, number, journal, article_type, title, abstract, keywords, language, version,
                policy_version, handling_editor, submitted_at)
            values (?, ?, ?, 'research-article', ?, '', '{}', 'en', 1, 0, ?, ?)\
            """)
                .params(id, number, journal, title, editor, since.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
            insert into manuscript_version (manuscript, version, metadata, file, intake_report, intake_errors,
                intake_warnings, submitted_at) values (?, 1, 'm', 'f', 'r', 0, 0, ?)\
            """).params(id, since.atOffset(ZoneOffset.UTC)).update();
        authors.forEach(author -> jdbc.sql("insert into author (manuscript, account, corresponding) values (?, ?, ?)")
                .params(id, author, author.equals(authors.get(0)))
                .update());
        jdbc.sql("""
            insert into standing (manuscript, step, whose, account, since, until)
            values (?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        id,
                        step,
                        whose,
                        account,
                        since.atOffset(ZoneOffset.UTC),
                        until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
        return this;
    }
}
