package org.imprimatur.gateway.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person wants to hear of something. Whatever is mailed stands in the page too. */
public enum Delivery {
    PAGE,
    AT_ONCE,
    DAILY,
    WEEKLY,
    NONE;

    /** Its name in addresses, forms and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Delivery> of(String word) {
        return Arrays.stream(values())
                .filter(delivery -> delivery.word().equals(word))
                .findFirst();
    }

    /** Whether it waits for a digest. */
    public boolean gathers() {
        return this == DAILY || this == WEEKLY;
    }

    /** Whether it comes by mail, and can be ended from one. */
    public boolean mails() {
        return this == AT_ONCE || gathers();
    }
}
