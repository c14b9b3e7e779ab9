package org.imprimatur.review.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a manuscript needs, each a queue of the dashboard. A manuscript under way stands in exactly one queue by the step
 * it is at; what went wrong with a mail or a deposit is beside that, and may outlast the manuscript's way.
 */
public enum Needed {
    EDITOR("needs-an-editor", "editor"),
    SCREENING("to-screen", "screening"),
    RETURNED("returned", "returned"),
    REVIEWERS("needs-reviewers", "choosing-reviewers"),
    /** Nobody who was asked in this round has said yes or sent a review. */
    ANSWERS("no-reviewer-answered", "answers"),
    REVIEWS("review-under-way", "peer-review", Lateness.NOT_LATE),
    LATE_REVIEWS("review-late", "peer-review", Lateness.LATE),
    DECISION("decision-due", "decision"),
    REVISION("revision-under-way", "revision", Lateness.NOT_LATE),
    LATE_REVISION("revision-late", "revision", Lateness.LATE),
    PRODUCTION("in-production", "production"),
    PROOF("proof-waiting", "proof"),
    /** The author asks for more days to check it. */
    PROOF_TIME("more-time-asked", "proof-time"),
    PLACE("to-be-placed", "issue-assignment"),
    PAGES("pages-being-counted", "page-allocation"),
    ISSUE("waits-for-its-issue", "issue-closing"),
    DOI("doi-being-registered", "doi-registration"),
    LISTING("coming-out", "publication"),
    DEPOSIT("deposit-failed", ""),
    MAIL("mail-bounced", ""),
    PUBLISHED("published", "published"),
    REJECTED("rejected", "rejected"),
    WITHDRAWN("withdrawn", "withdrawn");

    private static final List<Needed> ENDED = List.of(PUBLISHED, REJECTED, WITHDRAWN);
    private static final List<Needed> TROUBLES = List.of(DEPOSIT, MAIL);

    private final String key;
    private final String need;
    private final Lateness lateness;

    Needed(String key, String need) {
        this(key, need, Lateness.EITHER);
    }

    Needed(String key, String need, Lateness lateness) {
        this.key = key;
        this.need = need;
        this.lateness = lateness;
    }

    /** Which of a queue's manuscripts are meant. */
    public enum Lateness {
        EITHER,
        LATE,
        NOT_LATE;

        boolean takes(boolean late) {
            return this == EITHER || late == (this == LATE);
        }
    }

    /** Its name in addresses and in the bundle. */
    public String key() {
        return key;
    }

    /** What it is called where manuscripts are kept; several differ by lateness only, and troubles have none. */
    public String need() {
        return need;
    }

    public Lateness lateness() {
        return lateness;
    }

    /** What one looks up, rather than what waits. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }

    /** What went wrong beside the way. */
    public boolean isTrouble() {
        return TROUBLES.contains(this);
    }

    public static Optional<Needed> of(String key) {
        return Arrays.stream(values()).filter(needed -> needed.key.equals(key)).findFirst();
    }

    /** What is needed of a manuscript of which this is known. */
    public static Needed of(String need, boolean late) {
        return Arrays.stream(values())
                .filter(needed -> needed.need.equals(need) && needed.lateness.takes(late))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody knows what is needed at " + need));
    }

    /** Those of manuscripts under way, in the order of the way. */
    public static List<Needed> underWay() {
        return Arrays.stream(values())
                .filter(needed -> !needed.isEnded() && !needed.isTrouble())
                .toList();
    }
}
