package org.imprimatur.intake.text;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the reference list: its text as the author wrote it, and what could be read out of that with certainty.
 *
 * @param id unique in the text and stable for the same list: "ref1", "ref2" …
 * @param content the entry with its marking
 * @param authors in the order of the entry; empty when the entry doesn't begin with names
 * @param othersOmitted the entry itself ends its names with "et al."
 * @param year "2021", "2021a", "n.d.", "in press" or "forthcoming"
 * @param title only when certain
 * @param doi bare, lower case: "10.1525/as.2022.1801312"
 */
public record Reference(
        String id,
        List<Inline> content,
        List<Author> authors,
        boolean othersOmitted,
        Optional<String> year,
        Optional<String> title,
        Optional<String> doi,
        Optional<String> url) {
    public Reference {
        content = List.copyOf(content);
        authors = List.copyOf(authors);
    }

    /** The entry's words as the author wrote them. */
    public String raw() {
        return Inline.plain(content);
    }
}
