package org.imprimatur.publication.doi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The version numbers of deposits: 17 digits, {@code uuuuMMddHHmmssSSS} in UTC. */
final class Timestamps {
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** This moment's, or one more than the last where that is not larger. */
    static long next(Instant now, long last) {
        return Math.max(Long.parseLong(DIGITS.format(now)), last + 1);
    }
}
