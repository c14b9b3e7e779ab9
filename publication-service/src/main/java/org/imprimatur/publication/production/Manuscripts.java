package org.imprimatur.publication.production;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.Contributor;

/** Fetches what an author handed in. */
public interface Manuscripts {

    /**
     * The manuscript of an order; the same order gives the same.
     *
     * @throws RuntimeException when it can't be had now: try again later
     */
    Source read(GalleyOrder order);

    sealed interface Source {}

    /** @param accounts of the contributors who have one */
    record Readable(
            String title,
            String abstractText,
            List<String> keywords,
            Locale language,
            List<Contributor> contributors,
            Set<String> accounts,
            StructuredText text)
            implements Source {}

    /** @param reason for the production editor */
    record Unreadable(String reason) implements Source {}
}
