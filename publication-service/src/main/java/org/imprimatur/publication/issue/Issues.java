package org.imprimatur.publication.issue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where issues are kept. */
public interface Issues {

    Optional<Issue> find(UUID id);

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<Issue> lock(UUID id);

    Optional<Issue> find(String journal, int volume, int number);

    /** The issue in which the manuscript has its place. */
    Optional<Issue> holding(String manuscript);

    /** All of a journal, newest first. */
    List<Issue> of(String journal);

    /**
     * Keeps a new issue.
     *
     * @return false when the journal has one of this volume and number
     */
    boolean add(Issue issue);

    /**
     * Keeps a change of an issue that was locked.
     *
     * @throws RuntimeException when two articles would share a page or a page would be left out
     */
    void save(Issue issue);

    /** The issue that the production editor chose for a manuscript. */
    Optional<UUID> chosenFor(String manuscript);

    void choose(String manuscript, UUID issue);
}
