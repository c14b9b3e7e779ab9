package org.imprimatur.review.correspondence;

/** What people call a journal. */
public interface Journals {

    /** Its title, or its id as long as nobody has said one. */
    String title(String journal);
}
