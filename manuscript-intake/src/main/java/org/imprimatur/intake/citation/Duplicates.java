package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Reference;

/** Entries for one work: the same DOI, the same words, or the same authors, year and title. */
final class Duplicates {
    private Duplicates() {}

    /** @param first the earlier place in the list, from 0 */
    record Pair(int first, int again) {}

    static List<Pair> in(List<Reference> references) {
        var places = new HashMap<String, Integer>();
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < references.size(); i++) {
            var keys = keys(references.get(i));
            var earlier = keys.stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .min();
            var place = i;
            earlier.ifPresent(first -> pairs.add(new Pair(first, place)));
            keys.forEach(key -> places.putIfAbsent(key, place));
        }
        return pairs;
    }

    static boolean sameWork(Reference one, Reference other) {
        return keys(one).stream().anyMatch(keys(other)::contains);
    }

    private static Set<String> keys(Reference reference) {
        var keys = new HashSet<String>();
        keys.add("words " + Names.fold(reference.raw()));
        reference.doi().ifPresent(doi -> keys.add("doi " + doi));
        reference
                .title()
                .ifPresent(title -> keys.add("work " + families(reference) + " "
                        + reference.year().orElse("").replaceAll("(?<=\\d)[a-z]$", "") + " " + Names.fold(title)));
        return keys;
    }

    private static String families(Reference reference) {
        return reference.authors().stream().map(Author::family).map(Names::fold).collect(Collectors.joining(";"));
    }
}
