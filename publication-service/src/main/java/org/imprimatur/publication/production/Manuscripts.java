package org.imprimatur.publication.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.Contributor;

/** Fetches what an author handed in, or what production has made of it. */
public interface Manuscripts {

    /**
     * The manuscript of an order; the same order gives the same.
     *
     * @throws RuntimeException when it can't be had now: try again later
     */
    Source read(GalleyOrder order);

    /**
     * Why a file can't be set, judged by what it holds; empty when it can.
     *
     * @param name what it is called, for the sentence alone
     */
    Optional<String> problem(String name, byte[] file);

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
