package org.imprimatur.gateway.accounts.crypto;

import java.text.Normalizer;
import org.imprimatur.gateway.accounts.Passwords;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB and two passes. A password is brought to one form of Unicode first (NFC, as NIST SP
 * 800-63B-4, section 3.1.1.2, has it): keyboards differ in how they compose a letter.
 */
@Component
class Argon2Passwords implements Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);

    @Override
    public String hash(String password) {
        return encoder.encode(oneForm(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(oneForm(password), hash);
    }

    @Override
    public boolean isWeak(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static String oneForm(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
