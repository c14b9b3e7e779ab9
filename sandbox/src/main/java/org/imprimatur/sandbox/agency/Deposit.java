package org.imprimatur.sandbox.agency;

import java.util.List;
import java.util.Optional;

/** A deposit file, read: its records by the element of the body they stand in. */
record Deposit(String batchId, List<Group> groups) {

    /** A {@code journal} with all its records, or another kind of work (which has no ISSN of ours to check). */
    record Group(Optional<String> journal, List<String> issns, List<Entry> entries) {}

    /** One record, and the ORCID iDs of its contributors. */
    record Entry(RegisteredDoi record, List<String> orcids) {}

    List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }
}
