package org.imprimatur.review.round.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.Invitation.State;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.ReviewRound.Candidate;
import org.imprimatur.review.round.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcRounds implements Rounds {

    private static final TypeReference<Map<String, String>> SCORES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRounds(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<ReviewRound> find(String manuscript, int round) {
        return jdbc.sql("select * from review_round where manuscript = ? and round = ?")
                .params(manuscript, round)
                .query(JdbcRounds::round)
                .optional()
                .map(this::withCandidates);
    }

    @Override
    public Optional<ReviewRound> latest(String manuscript) {
        return jdbc.sql("select * from review_round where manuscript = ? order by round desc limit 1")
                .param(manuscript)
                .query(JdbcRounds::round)
                .optional()
                .map(this::withCandidates);
    }

    private static ReviewRound round(ResultSet row, int n) throws SQLException {
        return new ReviewRound(
                row.getString("manuscript"),
                row.getInt("round"),
                row.getInt("seats"),
                row.getInt("version"),
                List.of(),
                instant(row, "opened_at").orElseThrow(),
                instant(row, "closed_at"));
    }

    // asked for when the round's own connection is given back: who holds one and waits for another can wait for ever
    private ReviewRound withCandidates(ReviewRound round) {
        List<Candidate> candidates = jdbc.sql(
                        "select * from candidate where manuscript = ? and round = ? order by place")
                .params(round.manuscript(), round.round())
                .query((one, m) -> new Candidate(
                        one.getString("reviewer"),
                        one.getBoolean("alternate"),
                        Optional.ofNullable(one.getString("invitation"))))
                .list();
        return new ReviewRound(
                round.manuscript(),
                round.round(),
                round.seats(),
                round.version(),
                candidates,
                round.openedAt(),
                round.closedAt());
    }

    @Override
    public void keep(ReviewRound round) {
        jdbc.sql("""
            insert into review_round (manuscript, round, seats, version, opened_at, closed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (manuscript, round) do update set seats = excluded.seats, closed_at = excluded.closed_at\
            """)
                .params(
                        round.manuscript(),
                        round.round(),
                        round.seats(),
                        round.version(),
                        utc(round.openedAt()),
                        utc(round.closedAt().orElse(null)))
                .update();
        jdbc.sql("delete from candidate where manuscript = ? and round = ?")
                .params(round.manuscript(), round.round())
                .update();
        for (int place = 0; place < round.candidates().size(); place++) {
            Candidate candidate = round.candidates().get(place);
            jdbc.sql("""
                insert into candidate (manuscript, round, place, reviewer, alternate, invitation)
                values (?, ?, ?, ?, ?, ?)\
                """)
                    .params(
                            round.manuscript(),
                            round.round(),
                            place,
                            candidate.reviewer(),
                            candidate.alternate(),
                            candidate.invitation().orElse(null))
                    .update();
        }
    }

    @Override
    public Optional<Invitation> invitation(String id) {
        return jdbc.sql("select * from invitation where id = ?")
                .param(id)
                .query(JdbcRounds::invitation)
                .optional();
    }

    @Override
    public Optional<Invitation> lock(String id) {
        return jdbc.sql("select * from invitation where id = ? for update")
                .param(id)
                .query(JdbcRounds::invitation)
                .optional();
    }

    @Override
    public List<Invitation> invitations(String manuscript, int round) {
        return jdbc.sql("select * from invitation where manuscript = ? and round = ? order by invited_at, seat, id")
                .params(manuscript, round)
                .query(JdbcRounds::invitation)
                .list();
    }

    static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                row.getString("id"),
                row.getString("manuscript"),
                row.getInt("round"),
                row.getInt("seat"),
                row.getString("reviewer"),
                instant(row, "invited_at").orElseThrow(),
                instant(row, "answer_by").orElseThrow(),
                Invitation.state(
                        row.getString("state"),
                        instant(row, "answered_at").orElse(null),
                        instant(row, "review_by").orElse(null),
                        instant(row, "ended_at").orElse(null),
                        row.getString("reason")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void add(Invitation invitation) {
        jdbc.sql("""
            insert into invitation (id, manuscript, round, seat, reviewer, state, invited_at, answer_by)
            values (?, ?, ?, ?, ?, 'invited', ?, ?)\
            """)
                .params(
                        invitation.id(),
                        invitation.manuscript(),
                        invitation.round(),
                        invitation.seat(),
                        invitation.reviewer(),
                        utc(invitation.invitedAt()),
                        utc(invitation.answerBy()))
                .update();
    }

    @Override
    public void change(Invitation invitation) {
        State state = invitation.state();
        if (state instanceof Accepted now) {
            change(invitation, "accepted", now.at(), now.reviewBy(), null, null);
        } else if (state instanceof Declined now) {
            change(invitation, "declined", now.at(), null, now.at(), now.reason());
        } else if (state instanceof Expired now) {
            change(invitation, "expired", null, null, now.at(), null);
        } else if (state instanceof Revoked now) {
            change(invitation, "revoked", null, null, now.at(), null);
        } else if (state instanceof Reviewed now) {
            change(invitation, "reviewed", now.acceptedAt(), now.reviewBy(), now.at(), null);
        } else if (state instanceof Withdrew now) {
            change(invitation, "withdrew", now.acceptedAt(), null, now.at(), now.reason());
        }
    }

    private void change(
            Invitation invitation, String state, Instant answered, Instant reviewBy, Instant ended, String reason) {
        jdbc.sql("""
            update invitation set state = ?, answered_at = ?, review_by = ?, ended_at = ?, reason = ?
            where id = ?\
            """)
                .params(state, utc(answered), utc(reviewBy), utc(ended), reason, invitation.id())
                .update();
    }

    @Override
    public Optional<String> byLink(String tokenHash) {
        return jdbc.sql("select invitation from invitation_link where token_hash = ?")
                .param(tokenHash)
                .query(String.class)
                .optional();
    }

    @Override
    public void link(String invitation, int ordinal, String tokenHash) {
        jdbc.sql("insert into invitation_link (token_hash, invitation, ordinal) values (?, ?, ?) on conflict do"
                        + " nothing")
                .params(tokenHash, invitation, ordinal)
                .update();
    }

    @Override
    public Optional<Review> review(String invitation) {
        return jdbc.sql("select * from review where invitation = ?")
                .param(invitation)
                .query((row, n) -> new Review(
                        row.getString("invitation"),
                        scores(row.getString("scores")),
                        row.getString("to_authors"),
                        row.getString("to_editor"),
                        Optional.ofNullable(row.getString("recommendation")).flatMap(Recommendation::of),
                        instant(row, "saved_at").orElseThrow(),
                        instant(row, "submitted_at")))
                .optional();
    }

    private Map<Question, Score> scores(String kept) {
        Map<Question, Score> scores = new EnumMap<>(Question.class);
        json.readValue(kept, SCORES)
                .forEach((question, score) -> scores.put(Question.valueOf(question), Score.valueOf(score)));
        return scores;
    }

    @Override
    public void keep(Review review) {
        jdbc.sql("""
            insert into review (invitation, scores, to_authors, to_editor, recommendation, saved_at, submitted_at)
            values (?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (invitation) do update set scores = excluded.scores, to_authors = excluded.to_authors,
                to_editor = excluded.to_editor, recommendation = excluded.recommendation,
                saved_at = excluded.saved_at, submitted_at = excluded.submitted_at
            where review.submitted_at is null\
            """)
                .params(
                        review.invitation(),
                        json.writeValueAsString(review.scores()),
                        review.toAuthors(),
                        review.toEditor(),
                        review.recommendation().map(Recommendation::key).orElse(null),
                        utc(review.savedAt()),
                        utc(review.submittedAt().orElse(null)))
                .update();
    }
}
