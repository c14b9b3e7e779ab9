package org.imprimatur.review.way;

import java.util.Optional;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;

/** What the decision tables advise the person who has to decide. Advice binds nobody. */
public interface Advising {

    /** For {@code SCREEN} and {@code DECIDE}; empty for other steps, and before the table was asked. */
    Optional<Advice> advice(String manuscript, PersonsStep step);

    /**
     * @param advice at screening pass, look or return; at a decision accept, minor, major, reject, look or none
     * @param reason a sentence for the person
     */
    record Advice(String advice, String reason) {}
}
