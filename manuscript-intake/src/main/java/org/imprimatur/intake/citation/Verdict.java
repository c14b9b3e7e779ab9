package org.imprimatur.intake.citation;

import java.util.List;
import org.imprimatur.intake.text.Reference;

/**
 * What the reference list says to a citation.
 *
 * @param references the entry meant, or all it may mean; empty for {@link Kind#UNKNOWN}
 */
record Verdict(Kind kind, List<Reference> references) {

    /** The better reading first. */
    enum Kind {
        FITS,
        AMBIGUOUS,
        NAME_DIFFERS,
        COUNT_DIFFERS,
        YEAR_DIFFERS,
        /** Nothing fits, but an entry's name looks like this one mistyped. */
        MISTYPED,
        UNKNOWN
    }
}
