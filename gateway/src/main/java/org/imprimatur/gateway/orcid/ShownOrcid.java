package org.imprimatur.gateway.orcid;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody showed at ORCID that an iD is theirs. Good for half an hour.
 *
 * @param name as ORCID gives it; may be empty, as people may hide it
 */
public record ShownOrcid(OrcidId id, String name, Instant at) {
    /** The purpose for which it is sealed. */
    public static final String PURPOSE = "orcid";

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    public boolean isFresh(Instant now) {
        return !now.isAfter(at.plus(GOOD_FOR));
    }

    /** One text, from which {@link #of} makes it again. */
    public String text() {
        return at.getEpochSecond() + "\n" + id + "\n" + name;
    }

    /** @throws IllegalArgumentException when {@link #text} never gave this */
    public static ShownOrcid of(String text) {
        String[] parts = text.split("\n", 3);
        return new ShownOrcid(new OrcidId(parts[1]), parts[2], Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }
}
