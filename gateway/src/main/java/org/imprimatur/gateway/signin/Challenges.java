package org.imprimatur.gateway.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.imprimatur.gateway.browser.Seals;
import org.imprimatur.gateway.passkeys.KeepingPasskeys;
import org.springframework.stereotype.Component;

/**
 * Challenges for passkeys: random, sealed, and good for a while. None is kept until it is answered, so that opening a page
 * changes nothing.
 */
@Component
class Challenges {
    /** The purpose of a challenge for somebody whom we don't know yet. */
    static final String SIGN_IN = "sign in";

    private static final int RANDOM_BYTES = 16;

    private final Seals seals;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    Challenges(Seals seals) {
        this.seals = seals;
    }

    /** The purpose of a challenge for a new passkey of this account. */
    static String addingTo(String account) {
        return "passkey of " + account;
    }

    String give(String purpose) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return seals.seal(
                purpose,
                clock.instant().getEpochSecond() + " "
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The challenge, if we gave it for this purpose and it is still good. */
    Optional<String> good(String purpose, String challenge) {
        return seals.open(purpose, challenge)
                .map(content -> Instant.ofEpochSecond(Long.parseLong(content.split(" ")[0])))
                .filter(given -> !clock.instant().isAfter(given.plus(KeepingPasskeys.GOOD_FOR)))
                .map(given -> challenge);
    }
}
