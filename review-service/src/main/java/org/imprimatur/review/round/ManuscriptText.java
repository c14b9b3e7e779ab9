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

    /**
     * The same text as a PDF with numbered lines, for reading on paper; nothing in it or in its properties names an
     * author.
     *
     * @param label what stands on each page, for example the manuscript's number
     */
    byte[] copy(String file, String label);
}
