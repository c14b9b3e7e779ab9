package org.imprimatur.review.round;

/** The text of a manuscript as reviewers read it. */
public interface ManuscriptText {

    /**
     * The structured text without its title page and without the sections that name people, as HTML in which everything
     * that came from the author is escaped.
     *
     * @param file the manuscript's file, by its SHA-256
     */
    String html(String file);
}
