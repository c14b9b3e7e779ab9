package org.imprimatur.review.reviewing;

/** Prints certificates. */
public interface Print {

    /** A PDF of one page, which says where it can be confirmed. */
    byte[] pdf(Certificate certificate, String address);
}
