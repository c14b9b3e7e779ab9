package org.imprimatur.publication.article;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates an article bears: received, last revised, accepted, in this order.
 */
public record History(LocalDate received, Optional<LocalDate> revised, LocalDate accepted) {
    public History {
        LocalDate latest = revised.orElse(received);
        if (latest.isBefore(received) || accepted.isBefore(latest)) {
            throw new IllegalArgumentException("An article is received, revised and accepted in this order");
        }
    }
}
