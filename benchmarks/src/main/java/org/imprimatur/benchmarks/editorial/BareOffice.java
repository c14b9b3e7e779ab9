package org.imprimatur.benchmarks.editorial;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.imprimatur.bpmn.ProcessModels;
import org.imprimatur.review.policy.Policy;

/**
 * The limit: the journal's models in the bare engine, with the same settings as ours and steps that do nothing but set
 * the variables that the models ask for. People and publication act at once, with what they know already.
 */
final class BareOffice implements Office {

    private static final Map<String, String> COUNTS = Map.of("major", "majors", "accept", "accepts");

    private final HikariDataSource database;
    private final ProcessEngine engine;
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    private final class Flight {

        private final String manuscript;
        private final Runnable published;
        private final Deque<Runnable> toDo = new ArrayDeque<>();

        Flight(String manuscript, Runnable published) {
            this.manuscript = manuscript;
            this.published = published;
        }

        /** One step after another, each when the one before is committed. */
        synchronized void goOn() {
            Runnable next = toDo.poll();
            if (next == null) {
                flights.remove(manuscript);
                published.run();
                return;
            }
            next.run();
        }
    }

    /** @param watched what stands between the engine and its database */
    BareOffice(String url, int waitMillis, int maxWaitMillis, UnaryOperator<DataSource> watched) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(RealOffice.CONNECTIONS);
        database = new HikariDataSource(pool);
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setWaitTimeInMillis(waitMillis);
        executor.setMaxWait(maxWaitMillis);
        executor.setCorePoolSize(2);
        executor.setMaxPoolSize(4);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(watched.apply(database));
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(true);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        ProcessModels.RESOURCES.forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        JavaDelegate nothing = execution -> {};
        List.of(
                        "openRound",
                        "remindToAnswer",
                        "expireInvitation",
                        "remindToReview",
                        "closeRound",
                        "screeningTakesEffect",
                        "remindOfStep",
                        "sendCommand",
                        "closeWithdrawn")
                .forEach(name -> beans.put(name, nothing));
        beans.put("countSeats", (JavaDelegate) execution -> execution.setVariable("seats", REVIEWERS));
        beans.put("inviteNext", (JavaDelegate) execution -> execution.setVariable(
                "invitation",
                invitation(
                        execution.getProcessBusinessKey(),
                        number(execution, "round"),
                        number(execution, "loopCounter"))));
        beans.put("countReviews", (JavaDelegate) execution -> {
            execution.setVariable("reviewsIn", number(execution, "reviewsIn") + 1);
            String count = COUNTS.get((String) execution.getVariable("recommendation"));
            execution.setVariable(count, number(execution, count) + 1);
        });
        beans.put("decisionTakesEffect", (JavaDelegate) execution -> {
            Flight flight = flights.get(execution.getProcessBusinessKey());
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> later(flight));
        });
        return beans;
    }

    private static int number(DelegateExecution execution, String name) {
        return ((Number) execution.getVariable(name)).intValue();
    }

    private static String invitation(String manuscript, int round, int seat) {
        return manuscript + "/" + round + "/" + seat;
    }

    @Override
    public void handIn(String manuscript, Runnable published) {
        Flight flight = new Flight(manuscript, published);
        flights.put(manuscript, flight);
        then(flight, () -> submit(manuscript));
        then(flight, () -> complete(manuscript, Map.of("screening", "pass", "handlingEditor", "sana")));
        round(flight, 1, "major");
        then(flight, () -> tell(manuscript, "ManuscriptRevised", Map.of("version", 2)));
        round(flight, 2, "accept");
        then(flight, () -> complete(manuscript, Map.of()));
        List.of(
                        "ProofReady",
                        "ProofApproved",
                        "ArticleScheduled",
                        "PagesAllocated",
                        "PagesFixed",
                        "DoiRegistered",
                        "ArticlePublished")
                .forEach(message -> then(flight, () -> tell(manuscript, message, Map.of())));
        later(flight);
    }

    private void then(Flight flight, Runnable step) {
        flight.toDo.add(() -> {
            step.run();
            later(flight);
        });
    }

    private void round(Flight flight, int round, String recommendation) {
        String manuscript = flight.manuscript;
        then(flight, () -> complete(manuscript, Map.of()));
        for (int seat = 0; seat < REVIEWERS; seat++) {
            String invitation = invitation(manuscript, round, seat);
            then(flight, () -> tellOf(invitation, manuscript, "InvitationAccepted", Map.of("reviewBy", "soon")));
            then(
                    flight,
                    () -> tellOf(invitation, manuscript, "ReviewSubmitted", Map.of("recommendation", recommendation)));
        }
        // goes on when the letter has left
        flight.toDo.add(() -> complete(manuscript, Map.of("decision", recommendation)));
    }

    private void later(Flight flight) {
        people.execute(() -> {
            try {
                flight.goOn();
            } catch (RuntimeException | Error e) {
                fault.compareAndSet(null, e);
            }
        });
    }

    private void submit(String manuscript) {
        Map<String, Object> variables = new HashMap<>(Policy.DEFAULT.settings());
        variables.put("reviewLateReminderEvery", "R3/P7D");
        variables.put("letterHeldFor", "PT0S");
        variables.put("manuscript", manuscript);
        variables.put("journal", RealOffice.JOURNAL);
        variables.put("articleType", "research-article");
        variables.put("version", 1);
        variables.put("intakeErrors", 0);
        variables.put("intakeWarnings", 2);
        engine.getRuntimeService()
                .createMessageCorrelation("ManuscriptSubmitted")
                .processInstanceBusinessKey(manuscript)
                .setVariables(variables)
                .correlateStartMessage();
    }

    private void complete(String manuscript, Map<String, Object> outcome) {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(manuscript)
                .singleResult()
                .getId();
        engine.getTaskService().complete(task, outcome);
    }

    private void tell(String manuscript, String message, Map<String, Object> values) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(manuscript)
                .setVariables(values)
                .correlate();
    }

    private void tellOf(String invitation, String manuscript, String message, Map<String, Object> values) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(manuscript)
                .localVariableEquals("invitation", invitation)
                .setVariables(values)
                .correlate();
    }

    @Override
    public void check() {
        if (fault.get() != null) {
            throw new IllegalStateException("the bare engine", fault.get());
        }
    }

    @Override
    public void close() {
        people.shutdown();
        engine.close();
        database.close();
    }
}
