package org.imprimatur.review.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.imprimatur.bpmn.ProcessDrawing;
import org.imprimatur.bpmn.ProcessModels;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.way.ProcessSteps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine on the service's own database and transactions. Wired by hand: the engine has no starter for this release
 * of the framework (see ADR 5).
 */
@Configuration(proxyBeanMethods = false)
public class ProcessConfiguration {

    /** An idle executor looks for due timers at least this often. */
    private static final long MAX_WAIT_MILLIS = 2_000;

    private static final long BUILDING = 0x696d70726d617475L;
    private static final String TRIES = "R3/PT1M";

    @Bean
    JobExecutor jobExecutor(ObjectProvider<ProcessSteps> steps, JdbcClient jdbc) {
        HoldingJobExecutor executor = new HoldingJobExecutor(job -> jdbc.sql("""
                        SELECT e.business_key_ FROM act_ru_job j
                        JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
                        WHERE j.id_ = ? AND e.business_key_ IS NOT NULL""")
                .param(job)
                .query(String.class)
                .optional()
                .ifPresent(manuscript -> steps.getObject().hold(manuscript)));
        executor.setWaitTimeInMillis(200);
        executor.setMaxWait(MAX_WAIT_MILLIS);
        executor.setCorePoolSize(2);
        executor.setMaxPoolSize(4);
        return executor;
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    ProcessEngine processEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobExecutor jobExecutor,
            ObjectProvider<ProcessSteps> steps,
            ObjectProvider<CamundaProcess> process,
            DomainClock clock,
            JdbcClient jdbc) {
        BiConsumer<String, java.util.Optional<String>> moved =
                (manuscript, end) -> process.getObject().sayWhereItStands(manuscript, end, clock.instant());
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        IdGenerator ids = new StrongUuidGenerator();
        configuration.setIdGenerator(ids);
        configuration.setJobExecutor(jobExecutor);
        configuration.setJobExecutorActivate(false);
        configuration.setFailedJobRetryTimeCycle(TRIES);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setBeans(new Delegates(steps::getObject).beans());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Trail(jdbc, moved))));
        configuration.setDeploymentName("imprimatur");
        configuration.setDeployChangedOnly(true);
        configuration.setDeploymentResources(
                ProcessModels.RESOURCES.stream().map(ClassPathResource::new).toArray(Resource[]::new));
        return alone(dataSource, configuration::buildProcessEngine);
    }

    /** The engine makes its tables and deploys models without asking whether another instance is at it. */
    private static ProcessEngine alone(DataSource dataSource, Supplier<ProcessEngine> building) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + BUILDING + ")");
            try {
                return building.get();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + BUILDING + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the engine could not be built", e);
        }
    }

    @Bean
    HealthIndicator engineHealthIndicator(ProcessEngine engine, JobExecutor executor) {
        return () -> (executor.isActive() ? Health.up() : Health.outOfService())
                .withDetail(
                        "models",
                        engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .count())
                .build();
    }

    @Bean
    ProcessTime processTime(ProcessEngine engine, JobExecutor executor, DomainClock clock) {
        return new ProcessTime(executor, clock);
    }

    @Bean
    CamundaProcess editorialProcess(
            ProcessEngine engine,
            ObjectProvider<ProcessSteps> steps,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        return new CamundaProcess(
                engine,
                new Models(engine.getRepositoryService(), engine.getManagementService()),
                steps::getObject,
                new TransactionTemplate(transactions),
                jdbc);
    }

    @Bean
    CamundaStuck stuck(ProcessEngine engine, JobExecutor executor) {
        return new CamundaStuck(
                engine,
                new Models(engine.getRepositoryService(), engine.getManagementService()),
                executor::jobWasAdded);
    }

    @Bean
    EngineTally engineTally(ProcessEngine engine) {
        return new EngineTally(engine);
    }

    @Bean
    ProcessDrawing processDrawing() {
        return new ProcessDrawing();
    }
}
