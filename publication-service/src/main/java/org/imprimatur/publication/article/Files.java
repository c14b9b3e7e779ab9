package org.imprimatur.publication.article;

import java.util.Optional;

/** Files by what they hold: named by their SHA-256 (lower-case hex), never changed. */
public interface Files {

    /** Keeps the bytes durably before it returns; kept already is fine. */
    String keep(byte[] content);

    Optional<byte[]> read(String sha256);
}
