package org.imprimatur.publication.site;

import java.time.LocalDate;

/** Keeps how often articles are read, by day; nothing of who reads. */
public interface Readings {

    /** What is read. */
    enum Kind {
        PAGE,
        PDF
    }

    void count(String manuscript, Kind kind, LocalDate day);

    Count of(String manuscript);

    /**
     * @param pages views of the article's page
     * @param pdfs downloads of its PDF
     */
    record Count(long pages, long pdfs) {}
}
