package org.imprimatur.gateway.kept;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what was typed when a session ended in the middle of it, for an hour, for the same person in the same browser.
 * Nothing is sent before they have looked at it, and then once.
 */
public final class KeepingForms {
    public static final Duration FOR = Duration.ofHours(1);
    /** Characters; a longer form goes its way as if there were no such thing. */
    public static final int LONGEST = 256 * 1024;

    private final KeptForms forms;

    public KeepingForms(KeptForms forms) {
        this.forms = forms;
    }

    /** @param account whose session it was */
    public void keep(String key, String account, String path, Optional<String> page, String fields, Instant now) {
        forms.forget(now.minus(FOR));
        forms.keep(key, account, new KeptForm(path, page, fields, now, Optional.empty()));
    }

    /** What this account typed in this browser; nobody else's is to be found. */
    public Optional<KeptForm> kept(String key, String account, Instant now) {
        return forms.find(key, account, now.minus(FOR));
    }

    /** The path where it goes, once; empty when it went already, or there is none any more. */
    public Optional<String> send(String key, String account, Instant now) {
        return kept(key, account, now).map(KeptForm::path).filter(path -> forms.take(key, account, now));
    }
}
