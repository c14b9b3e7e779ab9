package org.imprimatur.gateway.accounts.crypto;

import java.util.Collection;
import org.imprimatur.gateway.accounts.KnownPasswords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The local list always, and the service at {@code imprimatur.breached-passwords.url} where there is one. */
@Component
class WhatIsKnown implements KnownPasswords {
    private final KnownPasswords local = new GuessablePasswords();
    private final KnownPasswords service;

    WhatIsKnown(@Value("${imprimatur.breached-passwords.url:}") String url) {
        service = url.isEmpty() ? (password, expected) -> false : new BreachedPasswords(url);
    }

    @Override
    public boolean know(String password, Collection<String> expected) {
        return local.know(password, expected) || service.know(password, expected);
    }
}
