package org.imprimatur.contracts.review;

import java.util.List;

/** The steps of a manuscript's way, as {@link ManuscriptMoved#step()} names them. */
public final class Step {

    public static final String SCREENING = "screening";
    public static final String RETURNED = "returned";
    public static final String CHOOSING_REVIEWERS = "choosing-reviewers";
    public static final String PEER_REVIEW = "peer-review";
    public static final String DECISION = "decision";
    public static final String REVISION = "revision";
    public static final String PRODUCTION = "production";
    public static final String PROOF = "proof";
    public static final String ISSUE_ASSIGNMENT = "issue-assignment";
    public static final String PAGE_ALLOCATION = "page-allocation";
    public static final String ISSUE_CLOSING = "issue-closing";
    public static final String DOI_REGISTRATION = "doi-registration";
    public static final String PUBLICATION = "publication";
    public static final String PUBLISHED = "published";
    public static final String REJECTED = "rejected";
    public static final String WITHDRAWN = "withdrawn";

    /** All of them, in the order of the way. */
    public static final List<String> ALL = List.of(
            SCREENING,
            RETURNED,
            CHOOSING_REVIEWERS,
            PEER_REVIEW,
            DECISION,
            REVISION,
            PRODUCTION,
            PROOF,
            ISSUE_ASSIGNMENT,
            PAGE_ALLOCATION,
            ISSUE_CLOSING,
            DOI_REGISTRATION,
            PUBLICATION,
            PUBLISHED,
            REJECTED,
            WITHDRAWN);

    private Step() {}
}
