package org.imprimatur.gateway.language;

import java.util.Locale;
import java.util.Optional;

/** In which language people read, and are written to. */
public interface PreferredLanguages {
    /** Empty as long as this account has said none, and for one that doesn't exist. */
    Optional<Locale> of(String account);

    void keep(String account, Locale language);
}
