package org.imprimatur.review.screening;

import java.time.Instant;
import java.util.Optional;

/** What the managing editor found about one version. */
public record Screening(
        String manuscript,
        int version,
        Verdict verdict,
        String letter,
        String by,
        Instant at,
        Optional<String> document) {

    /** The three ways on; the words are the process's. */
    public enum Verdict {
        PASS("pass"),
        RETURN("return"),
        DESK_REJECT("desk-reject");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Verdict> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(verdict -> verdict.word.equals(word))
                    .findFirst();
        }
    }

    public boolean inEffect() {
        return document.isPresent();
    }

    public Screening inEffect(String letterDocument) {
        return new Screening(manuscript, version, verdict, letter, by, at, Optional.of(letterDocument));
    }
}
