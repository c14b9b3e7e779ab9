package org.imprimatur.review.manuscript;

import java.util.List;

/** Whom the authors suggest as reviewers and whom they ask not to be asked. Editors read it; no reviewer ever does. */
public interface AuthorsWishes {

    /** @param metadata the version's metadata, as a document that is kept here */
    List<Wish> of(String metadata);

    /** @param email "" where none was given, as the institution */
    record Wish(boolean opposed, String name, String email, String institution, String why) {}
}
