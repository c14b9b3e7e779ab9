package org.imprimatur.review.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.review.process.Models.Place;
import org.imprimatur.review.way.Stuck;

/** The engine's incidents: jobs that failed three times. */
final class CamundaStuck implements Stuck {

    private static final int ATTEMPTS = 3;

    private final ProcessEngine engine;
    private final Models models;
    private final Runnable wake;

    CamundaStuck(ProcessEngine engine, Models models, Runnable wake) {
        this.engine = engine;
        this.models = models;
        this.wake = wake;
    }

    @Override
    public List<Halted> halted() {
        return engine
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .list()
                .stream()
                // an incident in a called process stands at its caller too: the one where it happened counts
                .filter(i -> i.getId().equals(i.getCauseIncidentId()))
                .sorted(Comparator.comparing(Incident::getIncidentTimestamp))
                .map(i -> new Halted(
                        i.getConfiguration(),
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(i.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey(),
                        models.name(new Place(
                                i.getProcessDefinitionId(),
                                Optional.ofNullable(i.getFailedActivityId()).orElse(i.getActivityId()))),
                        Optional.ofNullable(i.getIncidentMessage()).orElse("no message"),
                        i.getIncidentTimestamp().toInstant()))
                .toList();
    }

    @Override
    public boolean tryAgain(String id) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .jobId(id)
                .noRetriesLeft()
                .singleResult();
        if (job == null) {
            return false;
        }
        engine.getManagementService().setJobRetries(id, ATTEMPTS);
        wake.run();
        return true;
    }
}
