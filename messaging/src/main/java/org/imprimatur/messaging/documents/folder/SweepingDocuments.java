package org.imprimatur.messaging.documents.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;

/**
 * Takes away what has long been named nowhere: files whose transaction never committed, or that were erased. It looks
 * as often as it lets them lie.
 */
final class SweepingDocuments implements ErrandRunner {

    static final String KIND = "documents.sweep";

    private final FolderDocuments documents;
    private final DocumentReferences references;
    private final Duration unnamed;

    /** @param unnamed for so long a file may lie that nothing names: longer than any transaction lasts */
    SweepingDocuments(FolderDocuments documents, DocumentReferences references, Duration unnamed) {
        this.documents = documents;
        this.references = references;
        this.unnamed = unnamed;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(Errand errand) {
        Instant before = Instant.now().minus(unnamed);
        List<String> old = documents.olderThan(before);
        Set<String> unreferenced = new HashSet<>(old);
        unreferenced.removeAll(references.referencedAmong(Set.copyOf(old)));
        unreferenced.forEach(sha256 -> documents.drop(sha256, before));
        return new Again(Instant.now().plus(unnamed), unreferenced.size() + " taken away");
    }
}
