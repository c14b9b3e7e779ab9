package org.imprimatur.gateway.accounts.crypto;

import org.imprimatur.gateway.accounts.Passwords;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id (RFC 9106) with 16 MiB and two passes. */
@Component
class Argon2Passwords implements Passwords {
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2);

    @Override
    public String hash(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    @Override
    public boolean isWeak(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
