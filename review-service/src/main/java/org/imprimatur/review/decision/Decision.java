package org.imprimatur.review.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an editor decided about a version. It is held until its letter leaves; until then it can be recalled.
 *
 * @param quoted the invitations whose reviews the letter quotes, in the order of their numbers
 */
public record Decision(
        String id,
        String manuscript,
        int round,
        int version,
        Kind kind,
        String letter,
        List<String> quoted,
        String by,
        Instant at,
        Instant heldUntil,
        State state) {

    public Decision {
        quoted = List.copyOf(quoted);
    }

    /** The words are those of the process and of messages. */
    public enum Kind {
        ACCEPT("accept", "Accept"),
        MINOR("minor", "Minor revision"),
        MAJOR("major", "Major revision"),
        REJECT("reject", "Reject");

        private final String key;
        private final String words;

        Kind(String key, String words) {
            this.key = key;
            this.words = words;
        }

        public String key() {
            return key;
        }

        public String words() {
            return words;
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    public sealed interface State {}

    public record Held() implements State {}

    /** @param document the letter as it left */
    public record InEffect(Instant at, String document) implements State {}

    public record Recalled(Instant at) implements State {}

    public boolean isHeld() {
        return state instanceof Held;
    }

    public Decision inEffect(Instant now, String document) {
        return with(new InEffect(now, document));
    }

    public Decision recalled(Instant now) {
        return with(new Recalled(now));
    }

    private Decision with(State next) {
        return new Decision(id, manuscript, round, version, kind, letter, quoted, by, at, heldUntil, next);
    }
}
