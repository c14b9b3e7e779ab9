package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.acceptance.torture.Rehearsal;
import org.imprimatur.acceptance.torture.Torture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Five faults from a fixed seed, on the cluster of two of each. {@code ./imprimatur torture} plays on. */
@ExtendWith(OnTheCluster.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(OnTheCluster.NAME)
class ThingsBreakingTest {

    private static final long SEED = 20240205;

    @Test
    void nothing_is_lost_done_twice_or_left_behind_when_five_things_break(Rehearsal rehearsal) {
        Torture torture = new Torture(rehearsal.cluster(), rehearsal.performance(), SEED, System.out);

        List<String> findings = torture.wave(
                50, List.of("ACCEPTED", "REJECTED_AT_THE_DESK", "WITHDRAWN_IN_REVIEW", "REJECTED_AFTER_REVIEW"), 5);

        assertThat(findings).isEmpty();
        assertThat(torture.faults().values().stream().mapToInt(Integer::intValue))
                .as("faults that happened")
                .hasSize(5);
    }
}
