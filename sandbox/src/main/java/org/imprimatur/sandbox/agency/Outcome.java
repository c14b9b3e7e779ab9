package org.imprimatur.sandbox.agency;

import java.util.Optional;

/**
 * What became of one record of a submission: a {@code record_diagnostic}.
 *
 * @param status whether it is registered now
 * @param messageId the agency's number of the message, where it has one
 * @param doi mostly a DOI; some failures say other words here or nothing, so it can't be relied on
 * @param message for a person
 */
public record Outcome(Status status, Optional<String> messageId, String doi, String message) {

    /** The three a {@code record_diagnostic} knows, written as it writes them. */
    public enum Status {
        /** Registered. */
        Success,
        /** Registered, and worth a look. */
        Warning,
        /** Not registered. */
        Failure
    }

    static Outcome success(String doi, String message) {
        return new Outcome(Status.Success, Optional.empty(), doi, message);
    }

    static Outcome warning(String doi, String message) {
        return new Outcome(Status.Warning, Optional.empty(), doi, message);
    }

    static Outcome failure(String doi, String message) {
        return new Outcome(Status.Failure, Optional.empty(), doi, message);
    }

    static Outcome failure(int messageId, String doi, String message) {
        return new Outcome(Status.Failure, Optional.of(String.valueOf(messageId)), doi, message);
    }

    /** Whether the record is registered. */
    public boolean registered() {
        return status != Status.Failure;
    }
}
