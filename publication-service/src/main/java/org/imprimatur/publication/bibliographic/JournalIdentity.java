package org.imprimatur.publication.bibliographic;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a journal is, as one value: no rendering can join one journal's title with another's ISSN.
 *
 * @param abbreviation short title, for example "GPR"
 * @param homepage absolute http or https address
 * @param doi the journal's own DOI
 * @param recognition a note of recognition for the cover and the site, for example by a national council
 * @param language the language the journal is in unless an article says otherwise
 */
public record JournalIdentity(
        String title,
        String abbreviation,
        Optional<Issn> issnPrint,
        Optional<Issn> issnOnline,
        String publisher,
        URI homepage,
        Doi doi,
        Optional<String> recognition,
        Locale language) {
    public JournalIdentity {
        title = required(title, "title");
        abbreviation = required(abbreviation, "abbreviation");
        publisher = required(publisher, "publisher");
        if (homepage.getHost() == null
                || !("https".equals(homepage.getScheme()) || "http".equals(homepage.getScheme()))) {
            throw new IllegalArgumentException("A journal's homepage is an http or https address, not " + homepage);
        }
        if (issnPrint.isPresent() && issnPrint.equals(issnOnline)) {
            throw new IllegalArgumentException("Print and online editions have each an ISSN of their own");
        }
    }

    private static String required(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A journal has a " + what);
        }
        return text.strip();
    }
}
