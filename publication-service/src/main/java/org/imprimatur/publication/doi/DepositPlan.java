package org.imprimatur.publication.doi;

import java.time.Instant;
import java.util.UUID;

/** Sees to it that a deposit's next step is done, and that the agency is asked what it holds. */
public interface DepositPlan {

    /** @param due real time */
    void plan(UUID deposit, Instant due);

    /** From the coming night on the journal's DOIs are reconciled each night; planned already is fine. */
    void reconcile(String journal);
}
