package org.imprimatur.gateway.notices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person is told. It holds no name, no title and no text.
 *
 * @param at when it happened
 * @param readAt when its reader put it away
 */
public record Notice(
        UUID id,
        String account,
        Kind kind,
        String cause,
        String manuscript,
        String number,
        String journal,
        Instant at,
        Optional<Instant> readAt) {
    static Notice of(Happening happening, Matter matter, String account) {
        // the same each time it is said, so a mail that names it has one cause
        UUID id = UUID.nameUUIDFromBytes((account + "\n" + happening.cause()).getBytes(StandardCharsets.UTF_8));
        return new Notice(
                id,
                account,
                happening.kind(),
                happening.cause(),
                matter.manuscript(),
                matter.number(),
                matter.journal(),
                happening.at(),
                Optional.empty());
    }

    /** The path of the thing itself, where its reader is let in or not. */
    public String path() {
        return switch (kind.page()) {
            case EDITORS -> "/editor/manuscripts/" + number;
            case PRODUCTION -> "/production/articles/" + manuscript;
            case AUTHORS -> "/author/manuscripts/" + manuscript;
            case REVIEWERS -> "/reviewer";
        };
    }
}
