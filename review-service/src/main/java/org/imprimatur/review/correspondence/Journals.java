package org.imprimatur.review.correspondence;

/** What people call a journal. */
public interface Journals {

    /** Its title, or its id as long as nobody has said one. */
    String title(String journal);

    /** What the journal calls this section, or its key as long as nobody has said; null for none. */
    String section(String journal, String key);
}
