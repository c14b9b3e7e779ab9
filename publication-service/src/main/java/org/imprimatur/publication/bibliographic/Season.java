package org.imprimatur.publication.bibliographic;

import java.util.Locale;

/** The season an issue is named after. */
public enum Season {
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER;

    /** "Spring". */
    public String display() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
