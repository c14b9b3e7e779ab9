package org.imprimatur.sandbox.agency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.imprimatur.sandbox.agency.Deposit.Entry;
import org.imprimatur.sandbox.agency.Deposit.Group;

/** The DOIs registered and the titles their ISSNs belong to. Holds the agency's rules on both; thread-safe. */
final class Registry {

    private static final String WHOLE_JOURNAL = "all doi's under the current journal element";

    private final Map<String, RegisteredDoi> dois = new LinkedHashMap<>();
    private final Map<String, Title> titles = new LinkedHashMap<>();

    private record Title(String name, String prefix) {}

    synchronized Optional<RegisteredDoi> find(String doi) {
        return Optional.ofNullable(dois.get(key(doi)));
    }

    synchronized List<RegisteredDoi> all() {
        return List.copyOf(dois.values());
    }

    /** Takes in what an earlier run of this agency had registered. */
    synchronized void restore(Deposit deposit, Set<String> registered) {
        for (var group : deposit.groups())
            for (var entry : group.entries())
                if (registered.contains(entry.record().doi()) && isNewer(entry.record())) put(group, entry.record());
    }

    /**
     * Registers what the rules allow.
     *
     * @param prefixes those the depositor may use
     * @param objection a reason from elsewhere why this record must not be registered
     */
    synchronized List<Outcome> register(
            Deposit deposit, Set<String> prefixes, Function<RegisteredDoi, Optional<String>> objection) {
        var entries = deposit.entries();
        var first = entries.get(0).record().prefix();
        var other = entries.stream()
                .map(entry -> entry.record())
                .filter(record -> !record.prefix().equals(first))
                .findFirst();
        if (other.isPresent())
            return List.of(Outcome.failure(
                    other.get().doi(),
                    "All prefixes in a submission must match (DOI["
                            + other.get().doi() + "])"));
        var outcomes = new ArrayList<Outcome>();
        for (var group : deposit.groups())
            title(group, first)
                    .ifPresentOrElse(
                            outcomes::add,
                            () -> group.entries()
                                    .forEach(entry -> outcomes.add(register(group, entry, prefixes, objection))));
        return outcomes;
    }

    /** What is wrong with a journal's ISSNs, which fails all its records together. */
    private Optional<Outcome> title(Group group, String prefix) {
        for (var issn : group.issns()) {
            if (!CheckDigits.issn(issn))
                return Optional.of(Outcome.failure(21, WHOLE_JOURNAL, "ISSN \"" + bare(issn) + "\" is invalid"));
            var holder = titles.get(issn);
            if (holder != null && !sameTitle(holder.name(), group.journal().orElse("")))
                return Optional.of(Outcome.failure(
                        22,
                        WHOLE_JOURNAL,
                        "ISSN \"" + bare(issn)
                                + "\" has already been assigned to a different title/publisher/genre: issn ("
                                + bare(issn) + ") is assigned to another title (" + holder.name() + ")"));
            if (holder != null && !holder.prefix().equals(prefix))
                return Optional.of(Outcome.failure(
                        22,
                        WHOLE_JOURNAL,
                        "ISSN \"" + bare(issn) + "\" has already been assigned to a different publisher ("
                                + holder.prefix() + ")"));
        }
        return Optional.empty();
    }

    private Outcome register(
            Group group, Entry entry, Set<String> prefixes, Function<RegisteredDoi, Optional<String>> objection) {
        var record = entry.record();
        var doi = record.doi();
        if (!prefixes.contains(record.prefix()))
            return Outcome.failure(doi, "User not allowed to add records for prefix: " + record.prefix());
        var before = dois.get(key(doi));
        if (!isNewer(record))
            return Outcome.failure(
                    4,
                    doi,
                    "Record not processed because submitted version: " + record.timestamp()
                            + " is less or equal to previously submitted version (DOI match)");
        for (var orcid : entry.orcids())
            if (!CheckDigits.orcid(orcid))
                return Outcome.failure(45, "DOI not found", "ORCID \"" + orcid + "\" has invalid checksum");
        var reason = objection.apply(record);
        if (reason.isPresent()) return Outcome.failure(doi, reason.get());
        var conflict = dois.values().stream().anyMatch(held -> sameThing(held, record));
        put(group, record);
        if (conflict) return Outcome.warning(doi, "Added with conflict");
        return Outcome.success(doi, before == null ? "Successfully added" : "Successfully updated");
    }

    private boolean isNewer(RegisteredDoi record) {
        var held = dois.get(key(record.doi()));
        return held == null || record.timestamp().compareTo(held.timestamp()) > 0;
    }

    private void put(Group group, RegisteredDoi record) {
        dois.put(key(record.doi()), record);
        for (var issn : group.issns())
            titles.putIfAbsent(issn, new Title(group.journal().orElse(""), record.prefix()));
    }

    /** DOIs are case-insensitive (DOI Handbook). */
    private static String key(String doi) {
        return doi.toLowerCase(Locale.ROOT);
    }

    private static boolean sameThing(RegisteredDoi held, RegisteredDoi record) {
        return !key(held.doi()).equals(key(record.doi()))
                && record.kind().equals("journal_article")
                && held.kind().equals(record.kind())
                && held.title().equals(record.title())
                && held.journal().equals(record.journal())
                && held.volume().equals(record.volume())
                && held.issue().equals(record.issue())
                && held.year().equals(record.year())
                && held.firstPage().equals(record.firstPage());
    }

    private static boolean sameTitle(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String bare(String issn) {
        return issn.replace("-", "");
    }

    static Set<String> registered(Collection<Outcome> outcomes) {
        return Set.copyOf(outcomes.stream()
                .filter(Outcome::registered)
                .map(Outcome::doi)
                .distinct()
                .toList());
    }
}
