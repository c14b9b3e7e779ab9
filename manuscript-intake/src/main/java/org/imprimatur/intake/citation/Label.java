package org.imprimatur.intake.citation;

import java.util.stream.Collectors;
import org.imprimatur.intake.citation.Mention.Form;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Reference;

/** How a reference is cited: "Clary, 2022", "Javaid & Rashid, 2020", "Khan et al., 2023". */
final class Label {
    private Label() {}

    /** As the citation it stands in for would say it; {@code mention} may be null. */
    static String of(Reference reference, Mention mention) {
        var inSentence = mention != null && mention.form() == Form.IN_SENTENCE;
        var year = reference.year().orElse("n.d.");
        var names = names(reference, inSentence ? " and " : " & ");
        return inSentence ? names + " (" + year + ")" : names + ", " + year;
    }

    private static String names(Reference reference, String and) {
        var authors = reference.authors();
        var first = authors.get(0).family();
        if (authors.size() > 2 || reference.othersOmitted()) {
            return first + " et al.";
        }
        return authors.size() == 2 ? first + and + authors.get(1).family() : first;
    }

    /** "F. H. Khan, 2021". */
    static String withInitials(Reference reference) {
        var first = reference.authors().get(0);
        var initials = first.organisation() || first.initials().isEmpty() ? "" : first.initials() + " ";
        return "“" + initials + Label.of(reference, null) + "”";
    }

    /** "Khan, Dashti and Siraj (2023)". */
    static String withAllNames(Reference reference) {
        return reference.authors().stream().limit(6).map(Label::withInitial).collect(Collectors.joining(", "))
                + (reference.authors().size() > 6 || reference.othersOmitted() ? " et al." : "")
                + " (" + reference.year().orElse("n.d.") + ")";
    }

    private static String withInitial(Author author) {
        return author.organisation() || author.initials().isEmpty()
                ? author.family()
                : author.initials() + " " + author.family();
    }
}
