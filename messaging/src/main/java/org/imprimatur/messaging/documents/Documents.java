package org.imprimatur.messaging.documents;

import java.util.Optional;
import java.util.OptionalLong;
import org.imprimatur.messaging.PassingFault;

/** Files and documents by what they hold: named by their SHA-256 (lower-case hex), never changed. */
public interface Documents {

    /** Keeps the bytes durably before it returns, so before the caller's transaction commits; kept already is fine. */
    String keep(byte[] content);

    /** What this service keeps. */
    Optional<byte[]> read(String sha256);

    /** How many bytes a document has that this service keeps; they are not read for it. */
    OptionalLong size(String sha256);

    /**
     * What this service keeps, or else what the named peer ({@code submission}, {@code review}, {@code publication})
     * keeps, fetched over {@code GET /internal/files/{sha256}}, checked against its name and kept from then on.
     *
     * @throws PeerAway when the peer can't be reached: try again later
     * @throws DocumentAway when the peer has no such document, or gives another one under its name
     */
    byte[] fetch(String sha256, String peer);

    /** The document isn't to be had now. */
    class DocumentAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        public DocumentAway(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The peer can't be reached now. */
    final class PeerAway extends DocumentAway implements PassingFault {
        private static final long serialVersionUID = 1;

        public PeerAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
