package org.imprimatur.bpmn;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;

/**
 * One engine in memory with the three models, beans that write down what they were asked, and a clock that stands until
 * it is moved. Notes which flows were taken, since the engine's history doesn't.
 */
final class Stage {

    static final Instant BEGINNING = Instant.parse("2024-02-05T09:00:00Z");

    static final Map<String, Object> POLICY = Map.ofEntries(
            Map.entry("reviewsNeeded", 2),
            Map.entry("invitedSideBySide", 2),
            Map.entry("answerWithin", "P14D"),
            Map.entry("answerReminderAfter", "P7D"),
            Map.entry("reviewWithin", "P21D"),
            Map.entry("reviewReminderAfter", "P18D"),
            Map.entry("reviewLateReminderEvery", "R3/P7D"),
            Map.entry("revisionWithin", "P60D"),
            Map.entry("revisionReminderAfter", "P45D"),
            Map.entry("screenWithin", "P7D"),
            Map.entry("decideWithin", "P10D"),
            Map.entry("letterHeldFor", "PT1H"),
            Map.entry("minorRevisionCheck", "editor"),
            Map.entry("roundsAllowed", 4),
            Map.entry("proofReminderAfter", "P3D"),
            Map.entry("answerCommandWithin", "P1D"));

    private static final Map<String, Set<String>> FLOWS = new ConcurrentHashMap<>();
    private static final Map<String, Stage> STAGES = new ConcurrentHashMap<>();
    private static final ProcessEngine ENGINE = engine();
    private static int count;

    private final String manuscript = "manuscript-" + ++count;
    private final List<String> acts = new ArrayList<>();
    private final Deque<String> candidates = new ArrayDeque<>();
    private int seats;
    private int reviewsIn;

    private Stage() {
        STAGES.put(manuscript, this);
        at(BEGINNING);
    }

    /** A manuscript that was just submitted. */
    static Stage submitted(Map<String, Object> policy) {
        Stage stage = new Stage();
        Map<String, Object> variables = new HashMap<>(POLICY);
        variables.putAll(
                Map.of("articleType", "research-article", "version", 1, "intakeErrors", 6, "intakeWarnings", 3));
        variables.put("manuscript", stage.manuscript);
        variables.putAll(policy);
        ENGINE.getRuntimeService()
                .createMessageCorrelation("ManuscriptSubmitted")
                .processInstanceBusinessKey(stage.manuscript)
                .setVariables(variables)
                .correlateStartMessage();
        return stage;
    }

    /** One of the called models alone. */
    static Stage alone(String model, Map<String, Object> values) {
        Stage stage = new Stage();
        Map<String, Object> variables = new HashMap<>(POLICY);
        variables.put("manuscript", stage.manuscript);
        variables.putAll(values);
        ENGINE.getRuntimeService().startProcessInstanceByKey(model, stage.manuscript, variables);
        return stage;
    }

    static ProcessEngine engine(Collection<String> resources, Map<Object, Object> beans) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:models-" + System.nanoTime() + ";DB_CLOSE_DELAY=1000");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new NotingFlows())));
        ProcessEngine engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        resources.forEach(deployment::addClasspathResource);
        deployment.deploy();
        return engine;
    }

    private static ProcessEngine engine() {
        Map<Object, Object> beans = new HashMap<>();
        bean(beans, "openRound", (stage, e) -> stage.act("open round " + e.getVariable("round")));
        bean(beans, "countSeats", (stage, e) -> e.setVariable("seats", stage.seats));
        bean(beans, "inviteNext", (stage, e) -> {
            String next = stage.candidates.isEmpty() ? "" : stage.candidates.pop();
            e.setVariable("invitation", next);
            stage.act(next.isEmpty() ? "nobody left" : "invite " + next);
        });
        bean(beans, "remindToAnswer", (stage, e) -> stage.act("remind to answer " + e.getVariable("invitation")));
        bean(beans, "expireInvitation", (stage, e) -> stage.act("expire " + e.getVariable("invitation")));
        bean(beans, "remindToReview", (stage, e) -> stage.act("remind to review " + e.getVariable("invitation")));
        bean(beans, "countReviews", (stage, e) -> e.setVariable("reviewsIn", ++stage.reviewsIn));
        bean(beans, "closeRound", (stage, e) -> stage.act("close round " + e.getVariable("round")));
        bean(beans, "decisionTakesEffect", (stage, e) -> stage.act("decision " + e.getVariable("decision")));
        bean(beans, "screeningTakesEffect", (stage, e) -> stage.act("screening " + e.getVariable("screening")));
        bean(beans, "remindOfStep", (stage, e) -> stage.act("remind of " + e.getVariable("step")));
        bean(beans, "sendCommand", (stage, e) -> stage.act("say " + e.getVariable("command")));
        bean(beans, "closeWithdrawn", (stage, e) -> stage.act("close all"));
        return engine(ProcessModels.RESOURCES, beans);
    }

    private interface Act {
        void of(Stage stage, DelegateExecution execution);
    }

    private static void bean(Map<Object, Object> beans, String name, Act act) {
        JavaDelegate delegate = execution -> act.of(STAGES.get(execution.getProcessBusinessKey()), execution);
        beans.put(name, delegate);
    }

    private void act(String what) {
        acts.add(what);
    }

    /** Candidates stand in the round's list in this order, and so many are invited side by side. */
    Stage candidates(int sideBySide, String... names) {
        seats = sideBySide;
        candidates.addAll(List.of(names));
        return this;
    }

    Stage noReviewYet() {
        reviewsIn = 0;
        return this;
    }

    Stage complete(String step, Object... outcome) {
        Task task = ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(manuscript)
                .taskDefinitionKey(step)
                .singleResult();
        if (task == null) {
            throw new AssertionError(manuscript + " doesn't wait for " + step + " but stands at " + now());
        }
        ENGINE.getTaskService().complete(task.getId(), values(outcome));
        return this;
    }

    Stage tell(String message, Object... values) {
        deliver(message, null, values(values));
        return this;
    }

    Stage tellOf(String invitation, String message) {
        deliver(message, invitation, Map.of());
        return this;
    }

    private void deliver(String message, String about, Map<String, Object> values) {
        List<Execution> waiting = ENGINE
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(manuscript)
                .messageEventSubscriptionName(message)
                .list()
                .stream()
                .filter(e -> about == null
                        || about.equals(ENGINE.getRuntimeService().getVariableLocal(e.getId(), "invitation")))
                .toList();
        // a called model that knows the message answers for its caller
        Execution taker = waiting.stream()
                .max(Comparator.comparing(e -> isCalled(e.getProcessInstanceId())))
                .orElseThrow(() ->
                        new AssertionError(manuscript + " doesn't wait for " + message + " but stands at " + now()));
        ENGINE.getRuntimeService().messageEventReceived(message, taker.getId(), values);
    }

    private static boolean isCalled(String instance) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .subProcessInstanceId(instance)
                        .count()
                > 0;
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Lets that time and a minute go by, and does all that becomes due meanwhile, each at its own moment. */
    Stage goOn(TemporalAmount time) {
        Instant target = LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC)
                .plus(time)
                .plusMinutes(1)
                .toInstant(ZoneOffset.UTC);
        for (Optional<Job> due = soonest(target); due.isPresent(); due = soonest(target)) {
            // a moment late, as any executor is: at the very moment a repeated timer would fire once too often
            Instant moment = due.get().getDuedate().toInstant().plusMillis(1);
            if (moment.isAfter(ClockUtil.getCurrentTime().toInstant())) {
                at(moment);
            }
            ENGINE.getManagementService().executeJob(due.get().getId());
        }
        if (target.isAfter(ClockUtil.getCurrentTime().toInstant())) {
            at(target);
        }
        return this;
    }

    private Optional<Job> soonest(Instant until) {
        return timers().stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(Job::getDuedate));
    }

    private List<Job> timers() {
        return instances().stream()
                .flatMap(
                        instance -> ENGINE
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .list()
                                .stream())
                .toList();
    }

    private List<ProcessInstance> instances() {
        return ENGINE.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(manuscript)
                .list();
    }

    private static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Where the manuscript stands: waits only, of all its models. */
    Set<String> now() {
        Set<String> called = Set.of("peer-review-round", "publication-of-article", "seat", "reversible");
        return instances().stream()
                .flatMap(i -> ENGINE.getRuntimeService().getActiveActivityIds(i.getId()).stream())
                .filter(id -> !called.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasEnded() {
        return instances().isEmpty();
    }

    /** The names of the ends at which its processes ended. */
    Set<String> ends() {
        return history().stream()
                .filter(a ->
                        a.getActivityType().toLowerCase(java.util.Locale.ROOT).contains("endevent"))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    long times(String activity) {
        return history().stream()
                .filter(a -> a.getActivityId().equals(activity))
                .count();
    }

    Object variable(String name) {
        return ENGINE.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(history().get(0).getRootProcessInstanceId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    List<String> acts() {
        return List.copyOf(acts);
    }

    List<String> actsAfter(Consumer<Stage> deed) {
        int before = acts.size();
        deed.accept(this);
        return List.copyOf(acts.subList(before, acts.size()));
    }

    private List<HistoricActivityInstance> history() {
        Set<String> ids = new HashSet<>();
        ENGINE.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(manuscript)
                .list()
                .forEach(i -> ids.add(i.getId()));
        return ids.stream()
                .flatMap(
                        id -> ENGINE
                                .getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(id)
                                .list()
                                .stream())
                .toList();
    }

    /** Nodes that any instance of the model ever passed, by the engine's history, and flows that were taken. */
    static Set<String> covered(String model) {
        Set<String> ids = ENGINE.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(a -> a.getProcessDefinitionKey().equals(model))
                .map(HistoricActivityInstance::getActivityId)
                .map(id -> id.replace("#multiInstanceBody", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        ids.addAll(FLOWS.getOrDefault(model, Set.of()));
        // the engine goes from an event-based gateway to what happened without taking the flow between them
        Bpmn.readModelFromStream(ProcessModels.bpmn(model)).getModelElementsByType(EventBasedGateway.class).stream()
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .filter(flow -> ids.contains(flow.getTarget().getId()))
                .forEach(flow -> ids.add(flow.getId()));
        return ids;
    }

    private static final class NotingFlows extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            ExecutionListener noting = execution -> FLOWS.computeIfAbsent(
                            execution.getProcessDefinitionId().split(":")[0], key -> ConcurrentHashMap.newKeySet())
                    .add(execution.getCurrentTransitionId());
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, noting);
        }
    }
}
