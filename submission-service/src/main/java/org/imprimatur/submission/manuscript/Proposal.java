package org.imprimatur.submission.manuscript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Metadata.Part;

/** What a file's title page says: filled in where nothing is typed, and otherwise offered beside what is typed. */
public record Proposal(
        Optional<String> title, Optional<String> abstractText, List<String> keywords, List<Contributor> contributors) {

    public static final Proposal NONE = new Proposal(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Proposal {
        keywords = List.copyOf(keywords);
        contributors = List.copyOf(contributors);
    }

    public boolean nothing() {
        return equals(NONE);
    }

    Proposal without(Part part) {
        return new Proposal(
                part == Part.TITLE ? Optional.empty() : title,
                part == Part.ABSTRACT ? Optional.empty() : abstractText,
                part == Part.KEYWORDS ? List.of() : keywords,
                part == Part.CONTRIBUTORS ? List.of() : contributors);
    }

    // people are the same by their names: what else stands there, the author has added
    Proposal differingFrom(Metadata typed) {
        return new Proposal(
                title.filter(said -> !said.strip().equals(typed.title().strip())),
                abstractText.filter(
                        said -> !said.strip().equals(typed.abstractText().strip())),
                keywords.equals(typed.keywords()) ? List.of() : keywords,
                names(contributors).equals(names(typed.contributors())) ? List.of() : contributors);
    }

    private static List<String> names(List<Contributor> people) {
        return people.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }
}
