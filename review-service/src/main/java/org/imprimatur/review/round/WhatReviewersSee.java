package org.imprimatur.review.round;

import java.util.List;
import java.util.Optional;

/**
 * All that a reviewer's pages and mails know. It holds no author, and what keeps it reads no table that names one: an
 * author can't be shown by mistake.
 */
public interface WhatReviewersSee {

    Optional<Seen> at(String invitation);

    /**
     * @param section what the journal calls the section, or null
     * @param file the manuscript's file, by its SHA-256; reviewers get its text, never the file
     */
    record Seen(
            Invitation invitation,
            String reviewerName,
            String reviewerAddress,
            String number,
            String journal,
            String journalTitle,
            String section,
            String title,
            String abstractText,
            List<String> keywords,
            String language,
            int version,
            String file) {}
}
