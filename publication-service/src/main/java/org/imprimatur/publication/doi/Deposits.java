package org.imprimatur.publication.doi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.bibliographic.Doi;

/** Where deposits are kept. */
public interface Deposits {

    Optional<Deposit> find(UUID id);

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<Deposit> lock(UUID id);

    /** All of a DOI, oldest first. */
    List<Deposit> of(Doi doi);

    void add(Deposit deposit);

    void save(Deposit deposit);
}
