package org.imprimatur.review.acting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of an act. A refusal has changed nothing. */
public sealed interface Outcome {

    static Outcome done() {
        return new Done();
    }

    /** As for a thing that doesn't exist: nobody learns which there are. */
    static Refused unknown() {
        return new Refused(Kind.UNKNOWN, "There is no such thing, or it isn’t yours to see.", Map.of());
    }

    static Refused forbidden(String reason) {
        return new Refused(Kind.FORBIDDEN, reason, Map.of());
    }

    static Refused conflict(String reason) {
        return new Refused(Kind.CONFLICT, reason, Map.of());
    }

    static Refused gone(String reason) {
        return new Refused(Kind.GONE, reason, Map.of());
    }

    /** @param fields what is wrong, by field, in words for a person */
    static Refused invalid(Map<String, String> fields) {
        return new Refused(Kind.INVALID, "Something is missing or doesn’t fit.", fields);
    }

    record Done() implements Outcome {}

    record Refused(Kind kind, String reason, Map<String, String> fields) implements Outcome {

        public Refused {
            // in the order of the page
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Why an act was refused. */
    enum Kind {
        UNKNOWN,
        FORBIDDEN,
        /** It is not the moment: somebody was quicker, or the manuscript stands elsewhere. */
        CONFLICT,
        /** It was possible once and never will be again. */
        GONE,
        INVALID
    }
}
