package org.imprimatur.service.operations;

import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.web.acting.SignedIn;

/** What an administrator of the house may do about a message that waits for a person. It is recorded with their id. */
final class ResumingMessages {

    /** The journal that stands for all of them in an administrator's role. */
    private static final String HOUSE = "*";

    private static final int LONGEST_REASON = 1000;

    private final Inbox inbox;

    ResumingMessages(Inbox inbox) {
        this.inbox = inbox;
    }

    enum Outcome {
        DONE,
        NOT_ALLOWED,
        /** It was tried again or given up meanwhile, or there never was such a message. */
        NOT_WAITING,
        /** A message isn't given up without a reason of 1 to 1,000 characters. */
        NO_REASON
    }

    static boolean may(SignedIn person) {
        return person != null && person.holds(HOUSE, "administrator");
    }

    Outcome tryAgain(SignedIn person, String message) {
        if (!may(person)) {
            return Outcome.NOT_ALLOWED;
        }
        return inbox.tryAgain(message, person.account()) ? Outcome.DONE : Outcome.NOT_WAITING;
    }

    Outcome skip(SignedIn person, String message, String reason) {
        if (!may(person)) {
            return Outcome.NOT_ALLOWED;
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Outcome.NO_REASON;
        }
        return inbox.skip(message, person.account(), reason.strip()) ? Outcome.DONE : Outcome.NOT_WAITING;
    }
}
