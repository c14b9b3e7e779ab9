package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.Optional;

/** Where files on their way are kept. */
public interface Uploads {

    void begin(Upload upload);

    Optional<Upload> find(String id);

    /** How many of this account's are unfinished. */
    int openOf(String account);

    /** Adds a piece if it begins where the last one ended; whether it did. Of two at once one does. */
    boolean append(String id, long offset, byte[] piece);

    /** All pieces, one after the other. */
    byte[] content(String id);

    /** Keeps what became of it, and throws the pieces away. */
    void finish(String id, String outcome);

    void discard(String id);

    void discardExpired(Instant now);
}
