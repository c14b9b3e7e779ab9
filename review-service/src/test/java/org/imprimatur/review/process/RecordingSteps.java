package org.imprimatur.review.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.review.way.ProcessSteps;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Features that write down what the process asked of them, in the database, so that it is rolled back with the process. */
class RecordingSteps implements ProcessSteps {

    /** Manuscripts whose decision can't take effect, with the fault. */
    final Map<String, String> faults = new ConcurrentHashMap<>();

    /** The candidates of a manuscript that nobody has invited yet. */
    final Map<String, List<String>> candidates = new ConcurrentHashMap<>();

    private final Map<String, Moved> places = new ConcurrentHashMap<>();
    private final Map<String, List<String>> steps = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    record Moved(String step, String whose, Instant since, Instant until, String nextWhat, Instant nextAt) {}

    RecordingSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> acts(String manuscript) {
        return jdbc.sql("SELECT what FROM test_act WHERE manuscript = ? ORDER BY id")
                .param(manuscript)
                .query(String.class)
                .list();
    }

    Moved place(String manuscript) {
        return places.get(manuscript);
    }

    /** The steps it stood at, in order. */
    List<String> places(String manuscript) {
        return List.copyOf(steps.get(manuscript));
    }

    private void act(String manuscript, String what) {
        jdbc.sql("INSERT INTO test_act (manuscript, what) VALUES (?, ?)")
                .param(manuscript)
                .param(what)
                .update();
    }

    @Override
    public void hold(String manuscript) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(manuscript)
                .query((row, n) -> "")
                .single();
    }

    /** Whether somebody wants to hold a manuscript that another transaction holds. */
    boolean somebodyWaitsFor(String manuscript) {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                        AND (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)""").param(manuscript).query(Integer.class).single() > 0;
    }

    @Override
    public void openRound(String manuscript, int round) {
        act(manuscript, "open round " + round);
    }

    @Override
    public int seats(String manuscript, int round) {
        return 2;
    }

    @Override
    public Optional<String> inviteNext(String manuscript, int round, int seat, Instant answerBy) {
        List<String> left = new ArrayList<>(candidates.getOrDefault(manuscript, List.of()));
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String invitation = manuscript + "/" + left.remove(0);
        candidates.put(manuscript, left);
        act(
                manuscript,
                "invite " + invitation + " into seat " + seat + " until "
                        + answerBy.toString().substring(0, 10));
        return Optional.of(invitation);
    }

    @Override
    public void remindToAnswer(String invitation, int ordinal) {
        act(invitation.split("/")[0], "remind to answer " + invitation + " " + ordinal);
    }

    @Override
    public void expire(String invitation) {
        act(invitation.split("/")[0], "expire " + invitation);
    }

    @Override
    public void remindToReview(String invitation, int ordinal) {
        act(invitation.split("/")[0], "remind to review " + invitation + " " + ordinal);
    }

    @Override
    public int reviewsIn(String manuscript, int round) {
        return (int) acts(manuscript).stream()
                .filter(a -> a.startsWith("review of round " + round))
                .count();
    }

    /** A review is handed in. */
    void review(String manuscript, int round) {
        act(manuscript, "review of round " + round);
    }

    @Override
    public void closeRound(String manuscript, int round) {
        act(manuscript, "close round " + round);
    }

    @Override
    public void decisionTakesEffect(String manuscript) {
        if (faults.containsKey(manuscript)) {
            throw new IllegalStateException(faults.get(manuscript));
        }
        act(manuscript, "decision takes effect");
    }

    @Override
    public void screeningTakesEffect(String manuscript) {
        act(manuscript, "screening takes effect");
    }

    @Override
    public void remindOfStep(String manuscript, String step, int ordinal) {
        act(manuscript, "remind of " + step + " " + ordinal);
    }

    @Override
    public void command(String manuscript, String command) {
        act(manuscript, "say " + command);
    }

    @Override
    public void withdrawn(String manuscript) {
        act(manuscript, "withdrawn");
    }

    @Override
    public void moved(
            String manuscript,
            String step,
            String whose,
            Instant since,
            Instant until,
            String nextWhat,
            Instant nextAt) {
        places.put(manuscript, new Moved(step, whose, since, until, nextWhat, nextAt));
        List<String> before = steps.computeIfAbsent(manuscript, m -> new CopyOnWriteArrayList<>());
        if (before.isEmpty() || !before.get(before.size() - 1).equals(step)) {
            before.add(step);
        }
    }
}
