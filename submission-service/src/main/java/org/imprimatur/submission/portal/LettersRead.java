package org.imprimatur.submission.portal;

import java.util.Optional;

/** Fetches the text of a letter from the one who wrote it. */
public interface LettersRead {

    /** Empty when it can't be had at this moment. */
    Optional<Text> read(String document);

    record Text(String subject, String body) {}
}
