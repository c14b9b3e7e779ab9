package org.imprimatur.messaging.documents;

import java.util.Optional;

/** How documents are got from a peer. The service may give one as a bean; by default it is HTTP. */
public interface DocumentTransport {

    /**
     * Empty when the peer has no such document.
     *
     * @throws RuntimeException when the peer can't be reached
     */
    Optional<byte[]> get(String peer, String sha256);
}
