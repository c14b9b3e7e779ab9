package org.imprimatur.acceptance.torture;

/** What becomes of a manuscript, and where it must stand in the end. */
enum Script {
    ACCEPTED("published"),
    REVIEWER_SILENT("published"),
    REVISED_TWICE("published"),
    REJECTED_AFTER_REVIEW("rejected"),
    REJECTED_AT_THE_DESK("rejected"),
    WITHDRAWN_AT_SCREENING("withdrawn"),
    WITHDRAWN_BEFORE_REVIEW("withdrawn"),
    WITHDRAWN_IN_REVIEW("withdrawn"),
    WITHDRAWN_AT_THE_DECISION("withdrawn"),
    WITHDRAWN_IN_REVISION("withdrawn"),
    WITHDRAWN_BEFORE_PRODUCTION("withdrawn"),
    WITHDRAWN_IN_PRODUCTION("withdrawn"),
    WITHDRAWN_WITH_ITS_PAGES("withdrawn");

    private final String end;

    Script(String end) {
        this.end = end;
    }

    /** The step at which {@code ManuscriptMoved} leaves it. */
    String end() {
        return end;
    }

    boolean isPublished() {
        return end.equals("published");
    }
}
