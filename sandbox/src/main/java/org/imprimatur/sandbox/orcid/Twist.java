package org.imprimatur.sandbox.orcid;

/** One thing that is wrong with an ID token; everything else in it is right. */
public enum Twist {
    /** Made for another client. */
    AUDIENCE,
    /** Said by another issuer. */
    ISSUER,
    /** An answer to somebody else's asking. */
    NONCE,
    /** Signed with a key that isn't among the published ones. */
    KEY,
    /** Not signed at all ({@code alg: none}). */
    UNSIGNED,
    /** Run out an hour ago. */
    EXPIRED,
    /** About something that is no iD. */
    SUBJECT
}
