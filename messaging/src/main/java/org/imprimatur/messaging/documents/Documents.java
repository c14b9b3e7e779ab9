package org.imprimatur.messaging.documents;

import java.util.Optional;

/** Files and documents by what they hold: named by their SHA-256 (lower-case hex), never changed. */
public interface Documents {

    /** Keeps the bytes durably before it returns, so before the caller's transaction commits; kept already is fine. */
    String keep(byte[] content);

    /** What this service keeps. */
    Optional<byte[]> read(String sha256);

    /**
     * What this service keeps, or else what the named peer ({@code submission}, {@code review}, {@code publication})
     * keeps, fetched over {@code GET /internal/files/{sha256}}, checked against its name and kept from then on.
     *
     * @throws DocumentAway when the peer can't be reached or has no such document: try again later
     */
    byte[] fetch(String sha256, String peer);

    /** The document isn't to be had now. */
    final class DocumentAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        public DocumentAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
