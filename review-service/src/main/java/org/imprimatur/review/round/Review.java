package org.imprimatur.review.round;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a reviewer writes; a draft until it is submitted, and never changed afterwards. */
public record Review(
        String invitation,
        Map<Question, Score> scores,
        String toAuthors,
        String toEditor,
        Optional<Recommendation> recommendation,
        Instant savedAt,
        Optional<Instant> submittedAt) {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST = 100_000;

    public Review {
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    }

    public static Review begun(String invitation, Instant now) {
        return new Review(invitation, Map.of(), "", "", Optional.empty(), now, Optional.empty());
    }

    /** What is asked about every manuscript. */
    public enum Question {
        QUESTION("The question is clear and new"),
        EVIDENCE("The evidence carries the claims"),
        EARLIER_WORK("Earlier work is used fairly");

        private final String words;

        Question(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The field's name in forms. */
        public String field() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public enum Score {
        POORLY("poorly"),
        FAIRLY("fairly"),
        WELL("well"),
        CANT_SAY("can’t say");

        private final String words;

        Score(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Optional<Score> of(String key) {
            return Arrays.stream(values())
                    .filter(score -> score.key().equals(key))
                    .findFirst();
        }
    }

    /** The words are those of messages and of the process. */
    public enum Recommendation {
        ACCEPT("accept", "Accept"),
        MINOR("minor", "Minor revision"),
        MAJOR("major", "Major revision"),
        REJECT("reject", "Reject");

        private final String key;
        private final String words;

        Recommendation(String key, String words) {
            this.key = key;
            this.words = words;
        }

        public String key() {
            return key;
        }

        public String words() {
            return words;
        }

        public static Optional<Recommendation> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
        }
    }

    /** What is still missing before it can be submitted, by field. */
    public Map<String, String> missing() {
        Map<String, String> missing = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            if (!scores.containsKey(question)) {
                missing.put(
                        question.field(), "Say how well: " + question.words().toLowerCase(java.util.Locale.ROOT) + ".");
            }
        }
        if (toAuthors.isBlank()) {
            missing.put("to-authors", "The authors need your reasons.");
        }
        if (recommendation.isEmpty()) {
            missing.put("recommendation", "Choose what you recommend.");
        }
        missing.putAll(tooLong());
        return missing;
    }

    /** Texts that can't even be kept, by field. */
    public Map<String, String> tooLong() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (toAuthors.length() > LONGEST) {
            errors.put("to-authors", "At most " + LONGEST + " characters; this has " + toAuthors.length() + ".");
        }
        if (toEditor.length() > LONGEST) {
            errors.put("to-editor", "At most " + LONGEST + " characters; this has " + toEditor.length() + ".");
        }
        return errors;
    }

    public Review submitted(Instant now) {
        return new Review(invitation, scores, toAuthors, toEditor, recommendation, now, Optional.of(now));
    }
}
