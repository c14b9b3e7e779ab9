package org.imprimatur.review.process;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.imprimatur.messaging.operations.Tally;

/** The engine's jobs and incidents. */
final class EngineTally implements Tally {

    private final ProcessEngine engine;

    EngineTally(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Map<String, Long> byState() {
        ManagementService jobs = engine.getManagementService();
        return Map.of(
                "jobs_due",
                jobs.createJobQuery().executable().count(),
                "jobs_failed",
                jobs.createJobQuery().noRetriesLeft().count(),
                "timers",
                jobs.createJobQuery().timers().count(),
                "incidents",
                // one in a called process stands at its caller too
                engine.getRuntimeService().createIncidentQuery().list().stream()
                        .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                        .count(),
                "processes",
                engine.getRuntimeService().createProcessInstanceQuery().count());
    }
}
