package org.imprimatur.gateway.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where passkeys are kept. */
public interface Passkeys {
    /** In the order they were added. */
    List<Passkey> of(String account);

    /** False when there is one with this id. */
    boolean add(String account, String name, Credential credential, Instant now);

    Optional<Credential> credential(String id);

    /** Empty when there is none. */
    Optional<String> accountOf(String credential);

    void used(String credential, long counter, Instant now);

    /** False when this account has none of that id. */
    boolean rename(String account, String credential, String name);

    /** False when this account has none of that id. */
    boolean remove(String account, String credential);

    /** False when this challenge was answered before. It is remembered for as long as it is good. */
    boolean spend(String challenge, Instant now);
}
