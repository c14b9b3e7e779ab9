package org.imprimatur.review.reviewers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;

/** Adds somebody to the reviewers who can be asked. */
public final class AddingReviewer {

    private static final int LONGEST = 300;

    private final Reviewers reviewers;
    private final Permissions permissions;

    public AddingReviewer(Reviewers reviewers, Permissions permissions) {
        this.reviewers = reviewers;
        this.permissions = permissions;
    }

    public Outcome add(Actor actor, String journal, Reviewer reviewer, Instant now) {
        if (!permissions.may(actor, Act.KEEP_REVIEWERS, Matter.of(journal))) {
            return Outcome.forbidden("Only editors of the journal keep its reviewers.");
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (reviewer.name().isBlank() || reviewer.name().length() > LONGEST) {
            errors.put("name", "A name, of at most " + LONGEST + " characters.");
        }
        // RFC 5322 allows more than any mail system takes: one @, no white space, a dot in the domain
        if (!reviewer.address().matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+")
                || reviewer.address().length() > 254) {
            errors.put("address", "An address such as name@university.example.");
        }
        if (reviewer.affiliation().length() > LONGEST) {
            errors.put("affiliation", "At most " + LONGEST + " characters.");
        }
        if (reviewer.expertise().length() > 1000) {
            errors.put("expertise", "At most 1000 characters.");
        }
        if (!errors.isEmpty()) {
            return Outcome.invalid(errors);
        }
        return reviewers.add(reviewer, now)
                ? Outcome.done()
                : Outcome.invalid(Map.of("address", "A reviewer with this address is there already."));
    }
}
