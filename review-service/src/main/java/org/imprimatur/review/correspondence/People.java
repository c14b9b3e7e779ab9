package org.imprimatur.review.correspondence;

import java.util.Optional;

/** Names and addresses of people with accounts, at the moment they are needed; kept for minutes at most. */
public interface People {

    /**
     * Empty when there is no such account any more.
     *
     * @throws Away when the gateway can't be asked now
     */
    Optional<Addressee> find(String account);

    /** A name to show: the person's, or words in its place when it can't be had. */
    default String nameOf(String account) {
        try {
            return find(account).map(Addressee::name).orElse("Somebody who has left");
        } catch (Away away) {
            return "Somebody (names are away for now)";
        }
    }

    /** @param language in which they are to be written to (BCP 47), where they have said it */
    record Addressee(String name, String address, Optional<String> language) {}

    /** The gateway can't be asked now. */
    final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Away(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
