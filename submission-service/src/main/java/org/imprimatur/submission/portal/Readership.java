package org.imprimatur.submission.portal;

import java.util.Collection;
import java.util.Map;

/** How published articles are cited and read, as publication-service says at the moment of showing. */
public interface Readership {

    /** By manuscript; those of which nothing is known, and all while nobody can be asked, are left out. */
    Map<String, Read> of(Collection<String> manuscripts);

    /**
     * @param citation as a reader would write it, in APA style
     * @param pages views of the article's page
     * @param pdfs downloads of its PDF
     */
    record Read(String citation, long pages, long pdfs) {}
}
