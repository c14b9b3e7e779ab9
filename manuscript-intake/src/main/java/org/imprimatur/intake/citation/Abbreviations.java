package org.imprimatur.intake.citation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Abbreviations that a text explains: "United Nations Children’s Fund (UNICEF)". */
final class Abbreviations {
    static final Abbreviations NONE = new Abbreviations(Set.of());

    private static final Pattern EXPLAINED =
            Pattern.compile("[(\\[](\\p{Lu}[\\p{L}\\p{N}&-]{1,11})(?:,[^()]{0,40})?[)\\]]");
    private static final int LONGEST_NAME = 120;

    private final Map<String, Set<String>> wordsBefore = new HashMap<>();

    Abbreviations(Collection<String> texts) {
        for (var text : texts) {
            var explained = EXPLAINED.matcher(text);
            while (explained.find()) {
                var before = text.substring(Math.max(0, explained.start() - LONGEST_NAME), explained.start());
                wordsBefore
                        .computeIfAbsent(explained.group(1), letters -> new HashSet<>())
                        .add(Names.fold(before));
            }
        }
    }

    /** @param folded the organisation's name as {@link Names#fold} has it */
    boolean stands(String letters, String folded) {
        return wordsBefore.getOrDefault(letters, Set.of()).stream()
                .anyMatch(before -> before.equals(folded) || before.endsWith(" " + folded));
    }
}
