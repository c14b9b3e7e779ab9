package org.imprimatur.publication.doi;

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
}
