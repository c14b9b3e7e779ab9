package org.imprimatur.review.reviewing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewing.OwnReview;
import org.imprimatur.review.reviewing.OwnReviews;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Review.Recommendation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads nothing but the view that is made for reviewers, and what is the person's own. */
@Repository
class JdbcOwnReviews implements OwnReviews {

    private static final String OWN = """
            select i.*, r.name, m.number, m.journal, m.title, coalesce(j.title, m.journal) as journal_title,
                   w.invitation is not null as begun,
                   case when w.submitted_at is not null then w.recommendation end as recommendation
            from reviewer r
            join invitation i on i.reviewer = r.id
            join review_round o on o.manuscript = i.manuscript and o.round = i.round
            join manuscript_for_reviewers m on m.id = i.manuscript and m.version = o.version
            left join journal j on j.id = m.journal
            left join review w on w.invitation = i.id
            where lower(r.address) in (select lower(one) from unnest(:addresses) one)
            """;

    private final JdbcClient jdbc;

    JdbcOwnReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OwnReview> of(Oneself oneself) {
        return jdbc.sql(OWN + "order by i.invited_at desc, i.id")
                .param("addresses", oneself.addresses().toArray(String[]::new))
                .query(JdbcOwnReviews::review)
                .list();
    }

    @Override
    public Optional<OwnReview> find(Oneself oneself, String invitation) {
        return jdbc.sql(OWN + "and i.id = :invitation")
                .param("addresses", oneself.addresses().toArray(String[]::new))
                .param("invitation", invitation)
                .query(JdbcOwnReviews::review)
                .optional();
    }

    private static OwnReview review(ResultSet row, int n) throws SQLException {
        return new OwnReview(
                invitation(row),
                row.getString("name"),
                row.getString("journal"),
                row.getString("journal_title"),
                row.getString("number"),
                row.getString("title"),
                row.getBoolean("begun"),
                Optional.ofNullable(row.getString("recommendation")).flatMap(Recommendation::of));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("id"),
                row.getString("manuscript"),
                row.getInt("round"),
                row.getInt("seat"),
                row.getString("reviewer"),
                instant(row, "invited_at"),
                instant(row, "answer_by"),
                Invitation.state(
                        row.getString("state"),
                        instant(row, "answered_at"),
                        instant(row, "review_by"),
                        instant(row, "ended_at"),
                        row.getString("reason")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
