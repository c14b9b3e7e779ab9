package org.imprimatur.intake.citation;

import java.util.List;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Reference;

/** Two entries for one work. */
final class Duplicates {
    private Duplicates() {}

    static boolean sameWork(Reference one, Reference other) {
        if (one.doi().isPresent() && other.doi().isPresent()) {
            return one.doi().equals(other.doi());
        }
        if (Names.fold(one.raw()).equals(Names.fold(other.raw()))) {
            return true;
        }
        return one.year().map(Duplicates::digits).equals(other.year().map(Duplicates::digits))
                && families(one).equals(families(other))
                && one.title().isPresent()
                && one.title().map(Names::fold).equals(other.title().map(Names::fold));
    }

    private static String digits(String year) {
        return year.replaceAll("(?<=\\d)[a-z]$", "");
    }

    private static List<String> families(Reference reference) {
        return reference.authors().stream().map(Author::family).map(Names::fold).toList();
    }
}
