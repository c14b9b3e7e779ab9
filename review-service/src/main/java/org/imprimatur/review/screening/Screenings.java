package org.imprimatur.review.screening;

import java.util.List;
import java.util.Optional;

/** Keeps what was found at screening. */
public interface Screenings {

    Optional<Screening> find(String manuscript, int version);

    /** Oldest first. */
    List<Screening> of(String manuscript);

    void keep(Screening screening);
}
