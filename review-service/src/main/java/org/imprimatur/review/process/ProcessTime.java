package org.imprimatur.review.process;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.messaging.time.DomainClock;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the engine's timers once the service is up, and lets the engine's clock follow the domain's. No job runs during a
 * jump: its lock would be long over when it ends, and it would run twice.
 */
final class ProcessTime implements SmartLifecycle {

    private final JobExecutor executor;
    private final DomainClock clock;

    ProcessTime(JobExecutor executor, DomainClock clock) {
        this.executor = executor;
        this.clock = clock;
        follow();
        clock.onMove(this::jump);
    }

    private void jump() {
        boolean ran = executor.isActive();
        executor.shutdown();
        follow();
        if (ran) {
            executor.start();
        }
    }

    private void follow() {
        ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
    }

    @Override
    public void start() {
        executor.start();
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }
}
