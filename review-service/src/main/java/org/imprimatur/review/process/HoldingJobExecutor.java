package org.imprimatur.review.process;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;

/** Runs jobs, each with its manuscript held: a timer and a person's act never work on the same manuscript at once. */
final class HoldingJobExecutor extends DefaultJobExecutor {

    private final Consumer<String> hold;

    /** @param hold takes the lock for the manuscript of this job, in the job's transaction */
    HoldingJobExecutor(Consumer<String> hold) {
        this.hold = hold;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobIds, engine) {
            @Override
            protected void executeJob(String jobId, CommandExecutor executor, JobFailureCollector failures) {
                super.executeJob(jobId, holding(jobId, executor), failures);
            }
        };
    }

    private CommandExecutor holding(String jobId, CommandExecutor executor) {
        return new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                return executor.execute(context -> {
                    hold.accept(jobId);
                    return command.execute(context);
                });
            }
        };
    }
}
