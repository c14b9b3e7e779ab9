package org.imprimatur.standalone.demonstration;

import java.util.List;

/** What the author enters into the submission form and what the manuscript's first page says. */
public record TitlePage(String title, String abstractText, List<String> keywords, List<Author> authors) {
    public TitlePage {
        keywords = List.copyOf(keywords);
        authors = List.copyOf(authors);
    }

    /** @param corresponding whether letters go to this author */
    public record Author(People.Person person, boolean corresponding) {}
}
