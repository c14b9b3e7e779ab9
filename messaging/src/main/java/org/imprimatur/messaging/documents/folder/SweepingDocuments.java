package org.imprimatur.messaging.documents.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;

/** Once a day takes away what is a day old and named nowhere: files whose transaction never committed, or that were erased. */
final class SweepingDocuments implements ErrandRunner {

    static final String KIND = "documents.sweep";

    private static final Duration DAY = Duration.ofDays(1);

    private final FolderDocuments documents;
    private final DocumentReferences references;

    SweepingDocuments(FolderDocuments documents, DocumentReferences references) {
        this.documents = documents;
        this.references = references;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(Errand errand) {
        Instant before = Instant.now().minus(DAY);
        List<String> old = documents.olderThan(before);
        Set<String> unreferenced = new HashSet<>(old);
        unreferenced.removeAll(references.referencedAmong(Set.copyOf(old)));
        unreferenced.forEach(sha256 -> documents.drop(sha256, before));
        return new Again(Instant.now().plus(DAY), unreferenced.size() + " taken away");
    }
}
