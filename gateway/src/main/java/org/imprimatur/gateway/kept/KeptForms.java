package org.imprimatur.gateway.kept;

import java.time.Instant;
import java.util.Optional;

/**
 * Where such forms are kept, one for each key. Only who has the key can read what was typed: the database holds neither.
 * Needs an open transaction.
 */
public interface KeptForms {
    void keep(String key, String account, KeptForm form);

    /** That account's; none where it is another's, or was kept before {@code since}. */
    Optional<KeptForm> find(String key, String account, Instant since);

    /** False when it was taken to be sent already, also at this very moment, or is not there. */
    boolean take(String key, String account, Instant now);

    /** Forgets what was kept before. */
    void forget(Instant before);
}
