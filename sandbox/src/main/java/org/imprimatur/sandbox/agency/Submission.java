package org.imprimatur.sandbox.agency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One file received.
 *
 * @param id the agency's own number, growing
 * @param login whose it is; nobody else can ask for it
 * @param fileName as the depositor named it; asked for by this name, the first submission of it is found
 * @param received when
 * @param content the bytes as they came
 * @param state how far it is
 * @param batchId the file's {@code doi_batch_id}, known once it is parsed
 * @param outcomes one for each record, once it is completed
 */
public record Submission(
        long id,
        String login,
        String fileName,
        Instant received,
        byte[] content,
        State state,
        Optional<String> batchId,
        List<Outcome> outcomes) {

    /** How far a submission is. */
    public enum State {
        /** Received, not looked at. */
        QUEUED("queued"),
        /** Parsed, not yet registered. */
        IN_PROCESS("in_process"),
        /** Over; the outcomes are final. */
        COMPLETED("completed");

        /** The word the protocol has for it. */
        public final String word;

        State(String word) {
            this.word = word;
        }
    }

    public Submission {
        outcomes = List.copyOf(outcomes);
    }

    Submission inProcess(Optional<String> itsBatchId) {
        return new Submission(id, login, fileName, received, content, State.IN_PROCESS, itsBatchId, List.of());
    }

    Submission completed(List<Outcome> its) {
        return new Submission(id, login, fileName, received, content, State.COMPLETED, batchId, its);
    }

    Submission under(long anotherId) {
        return new Submission(anotherId, login, fileName, received, content, state, batchId, outcomes);
    }

    /** The content read as UTF-8, for looking at. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** How many records came to that. */
    public long count(Outcome.Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }
}
