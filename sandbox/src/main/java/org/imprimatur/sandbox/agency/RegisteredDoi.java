package org.imprimatur.sandbox.agency;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What the agency holds about one DOI: all of the last deposit, and nothing an earlier one said besides.
 *
 * @param doi as deposited; DOIs are the same whatever their case
 * @param kind the element it was deposited in, such as {@code journal_article}
 * @param title of the thing itself; of a volume or an issue there is often none
 * @param journal the full title of the journal, where it is in one
 * @param issns of the journal, with their hyphen
 * @param year of the first publication date
 * @param month of it, as deposited: 21 to 24 and 31 to 34 stand for seasons and quarters
 * @param contributors in order, "Given Surname"
 * @param timestamp the version of this record; a later deposit needs a greater one
 * @param resource where the DOI resolves to
 * @param submission the id of the submission it came with
 */
public record RegisteredDoi(
        String doi,
        String kind,
        Optional<String> title,
        Optional<String> journal,
        List<String> issns,
        Optional<String> volume,
        Optional<String> issue,
        Optional<String> firstPage,
        Optional<String> lastPage,
        Optional<String> otherPages,
        Optional<String> articleNumber,
        Optional<String> year,
        Optional<String> month,
        List<String> contributors,
        BigInteger timestamp,
        String resource,
        long submission) {

    public RegisteredDoi {
        issns = List.copyOf(issns);
        contributors = List.copyOf(contributors);
    }

    /** What stands before the first slash. */
    public String prefix() {
        return doi.substring(0, doi.indexOf('/'));
    }

    /** First and last page as they would be cited, such as {@code 27-36}; not in which order they should be. */
    public Optional<String> pages() {
        return firstPage.map(first -> first + lastPage.map(last -> "-" + last).orElse(""));
    }
}
