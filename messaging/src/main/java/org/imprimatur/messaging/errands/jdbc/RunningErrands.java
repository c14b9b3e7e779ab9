package org.imprimatur.messaging.errands.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.ErrandRunner.Again;
import org.imprimatur.messaging.errands.ErrandRunner.Outcome;
import org.imprimatur.messaging.errands.jdbc.JdbcErrands.Claimed;
import org.imprimatur.messaging.work.BackOff;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one errand after another. */
final class RunningErrands implements Workers.Job {

    private static final Logger log = LoggerFactory.getLogger(RunningErrands.class);
    static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    private final JdbcErrands errands;
    private final Supplier<Map<String, ErrandRunner>> runners;
    private final Leases leases;

    RunningErrands(JdbcErrands errands, Supplier<Map<String, ErrandRunner>> runners, Leases leases) {
        this.errands = errands;
        this.runners = runners;
        this.leases = leases;
    }

    @Override
    public boolean step() {
        UUID lease = leases.begin();
        try {
            Optional<Claimed> claimed = errands.claim(lease, kinds());
            claimed.ifPresent(errand -> run(lease, errand));
            return claimed.isPresent();
        } finally {
            leases.end(lease);
        }
    }

    @Override
    public Duration untilNext() {
        return errands.untilNext(kinds());
    }

    private void run(UUID lease, Claimed claimed) {
        String kind = claimed.errand().kind();
        String key = claimed.errand().key();
        Outcome outcome;
        try {
            outcome = Causation.of("errand/" + kind + "/" + key, null)
                    .during(() -> runners.get().get(kind).run(claimed.errand()));
        } catch (RuntimeException | Error e) {
            Duration pause = BACK_OFF.after(claimed.attempts() + 1);
            log.warn("the errand {} {} failed and is run again in {} s", kind, key, pause.toSeconds(), e);
            errands.failed(lease, claimed, Faults.describe(e), pause);
            return;
        }
        if (outcome instanceof Again again) {
            errands.again(lease, claimed, again);
        } else {
            errands.finished(lease, claimed);
        }
    }

    private String[] kinds() {
        return runners.get().keySet().toArray(String[]::new);
    }
}
