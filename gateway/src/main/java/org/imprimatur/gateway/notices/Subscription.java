package org.imprimatur.gateway.notices;

import java.util.Optional;

/** One sort of mail that one person gets: what a link in that mail ends. */
public record Subscription(String account, Delivery cadence) {
    /** What its text is sealed for. */
    public static final String PURPOSE = "unsubscribe";

    public String text() {
        return cadence.word() + "/" + account;
    }

    public static Optional<Subscription> of(String text) {
        String[] parts = text.split("/", 2);
        return Delivery.of(parts[0])
                .filter(cadence -> parts.length == 2 && cadence.mails())
                .map(cadence -> new Subscription(parts[1], cadence));
    }
}
