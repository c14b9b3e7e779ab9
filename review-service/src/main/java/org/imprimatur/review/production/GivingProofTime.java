package org.imprimatur.review.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Word;

/**
 * Follows what authors and production agree on about the time for a proof: the process waits as long, with its
 * reminders, and the dashboard knows whose move it is. All may be heard again.
 */
public final class GivingProofTime {

    private static final String NOT_ASKED = "No author waits for an answer to that.";

    private final ProofTimes wishes;
    private final History history;
    private final EditorialProcess process;
    private final Permissions permissions;

    public GivingProofTime(ProofTimes wishes, History history, EditorialProcess process, Permissions permissions) {
        this.wishes = wishes;
        this.history = history;
        this.process = process;
        this.permissions = permissions;
    }

    public void asked(ProofTime wish) {
        if (wishes.find(wish.request()).isPresent()) {
            return;
        }
        wishes.keep(wish);
        note(wish.manuscript(), wish.askedAt(), wish.by(), "proof-time-requested", days(wish.days()));
    }

    /** The process waits so many days longer, where it still waits. */
    public void granted(String request, int days, String by, Instant at) {
        unanswered(request).ifPresent(wish -> {
            wishes.keep(wish.answered(at));
            Optional<Instant> until = process.extend(wish.manuscript(), Word.Kind.PROOF_APPROVED, days);
            note(
                    wish.manuscript(),
                    at,
                    by,
                    "proof-time-granted",
                    days(days),
                    until.map(Instant::toString).orElse("–"));
        });
    }

    public void refused(String request, String by, Instant at) {
        unanswered(request).ifPresent(wish -> {
            wishes.keep(wish.answered(at));
            note(wish.manuscript(), at, by, "proof-time-refused");
        });
    }

    private Optional<ProofTime> unanswered(String request) {
        return wishes.find(request).filter(wish -> wish.answeredAt().isEmpty());
    }

    private void note(String manuscript, Instant at, String by, String what, String... words) {
        history.note(new History.Entry(manuscript, at, by, what, List.of(words), true));
    }

    private static String days(int days) {
        return Integer.toString(days);
    }

    /** The wish that waits for production's answer. */
    public Optional<ProofTime> open(Manuscript manuscript) {
        return wishes.open(manuscript.id());
    }

    /** Whether this person can answer it now; the refusal where they can't. */
    public Outcome possible(Actor actor, Manuscript manuscript) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.PRODUCE, manuscript.matter())) {
            return Outcome.forbidden("Only a production editor does this.");
        }
        return open(manuscript).isPresent() ? Outcome.done() : Outcome.conflict(NOT_ASKED);
    }
}
