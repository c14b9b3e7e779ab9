package org.imprimatur.gateway.accounts;

/** Who gets the mail of a link, and what it says to them. */
public record LinkLetter(Kind kind, String name, String address) {
    /** What the mail says. */
    public enum Kind {
        REGISTRATION,
        ALREADY_REGISTERED,
        PASSWORD,
        ADDRESS,
        ADDRESS_TAKEN,
        MERGE
    }
}
