package org.imprimatur.publication.production;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where galleys are kept. */
public interface Galleys {

    Optional<Galley> find(UUID id);

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<Galley> lock(UUID id);

    /** All of a manuscript, newest first. */
    List<Galley> of(String manuscript);

    /** The manuscript's newest galley. */
    Optional<Galley> newest(String manuscript);

    /** The manuscript's newest galley that its author approved. */
    Optional<Galley> approved(String manuscript);

    /** The newest galley of each manuscript of the journal, oldest order first. */
    List<Galley> newestOf(String journal);

    void add(Galley galley);

    void save(Galley galley);

    /** The account may read no proof any more, and no galley names it. */
    void forgetReader(String account);

    /** Proofs that one account may read are the other's from now on, also those that are set later for the first. */
    void giveReader(String account, String into);
}
