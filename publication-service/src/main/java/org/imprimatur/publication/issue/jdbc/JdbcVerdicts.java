package org.imprimatur.publication.issue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Verdict;
import org.imprimatur.publication.issue.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerdicts implements Verdicts {
    private final JdbcClient jdbc;

    JdbcVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Verdict> of(String manuscript) {
        return jdbc.sql("select * from verification where manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(this::verdict)
                .optional();
    }

    @Override
    public List<Verdict> of(Issue issue) {
        return jdbc.sql("""
                        select verification.* from verification join slot using (manuscript)
                        where issue = :issue order by number""").param("issue", issue.id()).query(this::verdict).list();
    }

    private Verdict verdict(ResultSet row, int index) throws SQLException {
        String manuscript = row.getString("manuscript");
        return new Verdict(
                manuscript,
                row.getString("pdf"),
                switch (row.getString("state")) {
                    case "WAITING" -> new Verdict.Waiting(row.getString("reason"));
                    case "AGREEING" -> new Verdict.Agreeing();
                    default -> new Verdict.Differing(disagreements(manuscript));
                },
                row.getTimestamp("since").toInstant());
    }

    private List<Disagreement> disagreements(String manuscript) {
        return jdbc.sql("select * from disagreement where manuscript = :manuscript order by position")
                .param("manuscript", manuscript)
                .query((row, index) -> new Disagreement(
                        row.getString("rendering"),
                        row.getString("field"),
                        row.getString("expected"),
                        row.getString("found")))
                .list();
    }

    @Override
    public void keep(Verdict verdict) {
        Verdict.State state = verdict.state();
        jdbc.sql("delete from disagreement where manuscript = :manuscript")
                .param("manuscript", verdict.manuscript())
                .update();
        jdbc.sql("""
                        insert into verification values (:manuscript, :pdf, :state, :reason, :since)
                        on conflict (manuscript) do update set pdf = excluded.pdf, state = excluded.state,
                            reason = excluded.reason, since = excluded.since""")
                .param("manuscript", verdict.manuscript())
                .param("pdf", verdict.pdf())
                .param(
                        "state",
                        state instanceof Verdict.Waiting
                                ? "WAITING"
                                : state instanceof Verdict.Agreeing ? "AGREEING" : "DIFFERING")
                .param("reason", state instanceof Verdict.Waiting waiting ? waiting.reason() : null)
                .param("since", Timestamp.from(verdict.since()))
                .update();
        if (state instanceof Verdict.Differing differing) {
            for (int i = 0; i < differing.disagreements().size(); i++) {
                Disagreement one = differing.disagreements().get(i);
                jdbc.sql(
                                "insert into disagreement values (:manuscript, :position, :rendering, :field, :expected, :found)")
                        .param("manuscript", verdict.manuscript())
                        .param("position", i + 1)
                        .param("rendering", one.rendering())
                        .param("field", one.field())
                        .param("expected", one.expected())
                        .param("found", one.found())
                        .update();
            }
        }
    }
}
