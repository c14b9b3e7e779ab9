package org.imprimatur.publication.doi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under what terms we deposit.
 *
 * @param agency where; empty when no agency is configured
 * @param sandboxOnly nothing from here may go to a real agency
 * @param delayedAfter when operations are told that an answer takes long
 * @param givenUpAfter when an answer isn't waited for any more
 */
public record DepositTerms(
        Optional<URI> agency,
        boolean sandboxOnly,
        String depositorName,
        String depositorEmail,
        String registrant,
        Duration delayedAfter,
        Duration givenUpAfter) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    /** Whether the agency is on this very machine, told from the address alone. */
    public boolean agencyIsHere() {
        return agency.map(URI::getHost)
                .filter(host -> LOOPBACK.matcher(host).matches())
                .isPresent();
    }
}
