package org.imprimatur.publication.doi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;

/** Where our DOIs are kept. */
public interface Dois {

    Optional<AssignedDoi> find(Doi doi);

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<AssignedDoi> lock(Doi doi);

    /** Keeps it as this thing's, unless it is another's: the one that is kept is given back. */
    AssignedDoi assign(Doi doi, DoiLevel level, String subject);

    void save(AssignedDoi doi);

    /** DOIs of the journal that are registered or were answered otherwise, and weren't reconciled since then. */
    List<AssignedDoi> toReconcile(String journal, Instant since, int most);

    /** Keeps in what the agency's holding differs from ours; empty when in nothing. */
    void reconciled(Doi doi, Instant at, Optional<String> difference);

    Optional<String> difference(Doi doi);
}
