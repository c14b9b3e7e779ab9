package org.imprimatur.review.reviewers;

import java.util.Set;

/** Asks which addresses a person has shown to be theirs. Nothing is remembered: one that was given up opens nothing. */
public interface OwnAddresses {

    /**
     * Those that are confirmed; none when there is no such account.
     *
     * @throws Away when the gateway can't be asked now
     */
    Set<String> of(String account);

    /** The gateway can't be asked now. */
    class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Away(String account, Throwable cause) {
            super("the gateway can't say which addresses " + account + " has", cause);
        }
    }
}
