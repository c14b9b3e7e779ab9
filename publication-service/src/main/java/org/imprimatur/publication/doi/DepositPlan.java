package org.imprimatur.publication.doi;

import java.time.Instant;
import java.util.UUID;

/** Sees to it that a deposit's next step is done. */
public interface DepositPlan {

    /** @param due real time */
    void plan(UUID deposit, Instant due);
}
