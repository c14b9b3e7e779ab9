package org.imprimatur.review.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.review.process.Models.Place;
import org.imprimatur.review.way.Advising;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.ProcessSteps;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The editorial process on the engine. A manuscript's id is the business key of its process and of those it calls. */
final class CamundaProcess implements EditorialProcess, Advising {

    private static final String INVITATION = "invitation";
    private static final String REMINDERS = "reminders";
    /** Of a wait that was made longer: until when. Goes when the wait ends. */
    private static final String EXTENDED = "extendedUntil";

    private static final Set<String> HOLDS_OTHERS = Set.of("callActivity", "subProcess", "multiInstanceBody");

    private final ProcessEngine engine;
    private final Models models;
    private final Supplier<ProcessSteps> steps;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    CamundaProcess(
            ProcessEngine engine,
            Models models,
            Supplier<ProcessSteps> steps,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.engine = engine;
        this.models = models;
        this.steps = steps;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Beginning beginning) {
        transaction.executeWithoutResult(status -> {
            steps.get().hold(beginning.manuscript());
            if (hasBegun(beginning.manuscript())) {
                return;
            }
            Map<String, Object> variables = new HashMap<>(beginning.policy());
            // a bare span means three reminders, like all others of an obligation that is due
            variables.computeIfPresent(
                    "reviewLateReminderEvery",
                    (name, every) -> every instanceof String span && span.startsWith("P") ? "R3/" + span : every);
            variables.put("manuscript", beginning.manuscript());
            variables.put("journal", beginning.journal());
            variables.put("articleType", beginning.articleType());
            variables.put("version", beginning.version());
            variables.put("intakeErrors", beginning.intakeErrors());
            variables.put("intakeWarnings", beginning.intakeWarnings());
            engine.getRuntimeService()
                    .createMessageCorrelation("ManuscriptSubmitted")
                    .processInstanceBusinessKey(beginning.manuscript())
                    .setVariables(variables)
                    .correlateStartMessage();
        });
    }

    @Override
    public Told tell(String manuscript, Word word) {
        return transaction.execute(status -> {
            steps.get().hold(manuscript);
            String message = message(word.kind());
            List<Running> running = running(manuscript);
            Optional<Execution> taker = taker(manuscript, message, word.about(), running);
            if (taker.isEmpty()) {
                return mayComeTo(manuscript, word, message, running) ? Told.NOT_YET : Told.OVER;
            }
            engine.getRuntimeService().messageEventReceived(message, taker.get().getId(), word.values());
            return Told.TAKEN;
        });
    }

    /** {@code PAGES_FIXED} is the model's message {@code PagesFixed}. */
    private static String message(Word.Kind kind) {
        return Arrays.stream(kind.name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** A called model that knows the message takes it in its caller's place, or nobody does. */
    private Optional<Execution> taker(String manuscript, String message, String about, List<Running> running) {
        Set<String> called = running.stream()
                .filter(i -> !i.editorial() && models.knows(i.definition(), message))
                .map(Running::instance)
                .collect(Collectors.toSet());
        ExecutionQuery waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(manuscript)
                .messageEventSubscriptionName(message);
        return (about == null ? waiting : waiting.variableValueEquals(INVITATION, about))
                .list().stream()
                        .filter(e -> called.isEmpty() || called.contains(e.getProcessInstanceId()))
                        .findFirst();
    }

    private boolean mayComeTo(String manuscript, Word word, String message, List<Running> running) {
        if (running.isEmpty()) {
            return !hasBegun(manuscript);
        }
        Set<Place> catching = models.catching(message);
        if (word.about() != null) {
            return mayComeTo(manuscript, word.about(), catching);
        }
        // what holds others stands where they stand, and doesn't begin again
        Set<Place> here = at(running)
                .filter(a -> !HOLDS_OTHERS.contains(a.type()))
                .map(At::place)
                .collect(Collectors.toSet());
        if (word.kind() == Word.Kind.MANUSCRIPT_WITHDRAWN) {
            // the author's own will: it answers nothing that the process did
            return models.canFollow(here, catching, false);
        }
        // once it was there, only a way without a new act of the process leads to what this word answers
        return models.canFollow(here, catching, true)
                || catching.stream().noneMatch(c -> hasBeenAt(manuscript, models.host(c)))
                        && models.canFollow(here, catching, false);
    }

    private boolean mayComeTo(String manuscript, String invitation, Set<Place> catching) {
        Set<Place> seat = engine
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(manuscript)
                .variableValueEquals(INVITATION, invitation)
                .list()
                .stream()
                .flatMap(e -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(e.getProcessInstanceId())
                        .executionId(e.getId())
                        .unfinished()
                        .list()
                        .stream())
                .filter(a -> a.getActivityType().equals("receiveTask"))
                .map(a -> new Place(a.getProcessDefinitionId(), a.getActivityId()))
                .collect(Collectors.toSet());
        if (!seat.isEmpty()) {
            return models.canFollow(seat, catching, true);
        }
        return engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName(INVITATION)
                        .variableValueEquals(INVITATION, invitation)
                        .count()
                == 0;
    }

    @Override
    public Completed complete(String manuscript, PersonsStep step, Map<String, Object> outcome) {
        return transaction.execute(status -> {
            steps.get().hold(manuscript);
            Optional<Task> task = tasks(manuscript).stream()
                    .filter(t -> step(t).filter(step::equals).isPresent())
                    .findFirst();
            task.ifPresent(t -> engine.getTaskService().complete(t.getId(), outcome));
            return task.isPresent() ? Completed.DONE : Completed.NOT_WAITING;
        });
    }

    @Override
    public Optional<Instant> extend(String manuscript, Word.Kind awaited, int days) {
        return transaction.execute(status -> {
            steps.get().hold(manuscript);
            String message = message(awaited);
            List<Running> running = running(manuscript);
            return taker(manuscript, message, null, running).map(taker -> {
                At wait = at(running)
                        .filter(a -> a.execution().equals(taker.getId()))
                        .findFirst()
                        .orElseThrow();
                Instant now = ClockUtil.getCurrentTime().toInstant();
                Instant due = until(List.of(wait)).filter(now::isBefore).orElse(now);
                Instant until = due.plus(Duration.ofDays(days));
                Execution waiting = taker;
                if (timersOf(taker).isEmpty()) {
                    engine.getRuntimeService()
                            .createProcessInstanceModification(wait.instance())
                            .cancelActivityInstance(wait.id())
                            .startBeforeActivity(wait.place().element())
                            .execute(true, false);
                    engine.getRuntimeService().setVariable(wait.instance(), REMINDERS, 0);
                    waiting = taker(manuscript, message, null, running).orElseThrow();
                }
                timersOf(waiting)
                        .forEach(timer ->
                                engine.getManagementService().setJobDuedate(timer.getId(), Date.from(until), true));
                engine.getRuntimeService().setVariableLocal(waiting.getId(), EXTENDED, until.toString());
                sayWhereItStands(manuscript, Optional.empty(), now);
                return until;
            });
        });
    }

    private List<Job> timersOf(Execution wait) {
        return engine.getManagementService()
                .createJobQuery()
                .executionId(wait.getId())
                .timers()
                .list();
    }

    @Override
    public List<PersonsStep> waiting(String manuscript) {
        return tasks(manuscript).stream()
                .flatMap(task -> step(task).stream())
                .sorted()
                .toList();
    }

    private List<Task> tasks(String manuscript) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(manuscript)
                .list();
    }

    private Optional<PersonsStep> step(Task task) {
        String id = models.property(
                        new Place(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), "persons-step")
                .orElse(task.getTaskDefinitionKey());
        return Arrays.stream(PersonsStep.values())
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    @Override
    public List<PlannedAct> planned(String manuscript) {
        List<Running> running = running(manuscript);
        if (running.isEmpty()) {
            return List.of();
        }
        List<Job> timers = timers(running).list();
        if (timers.isEmpty()) {
            return List.of();
        }
        // asked by query: an execution that ends meanwhile has no invitation any more, and is no fault
        Map<String, String> invitations = engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .executionIdIn(timers.stream().map(Job::getExecutionId).toArray(String[]::new))
                .variableName(INVITATION)
                .list()
                .stream()
                .collect(Collectors.toMap(VariableInstance::getExecutionId, variable -> (String) variable.getValue()));
        return timers.stream()
                .map(job -> planned(job, invitations.get(job.getExecutionId())))
                .toList();
    }

    /** Of all these, soonest first. */
    private JobQuery timers(List<Running> running) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceIds(running.stream().map(Running::instance).collect(Collectors.toSet()))
                .timers()
                .orderByJobDuedate()
                .asc();
    }

    private PlannedAct planned(Job timer, String about) {
        return new PlannedAct(
                models.property(models.place(timer), "act").orElseThrow(),
                timer.getDuedate().toInstant(),
                about);
    }

    @Override
    public Way way(String manuscript) {
        List<String> passed = jdbc.sql("SELECT element FROM way_passed WHERE manuscript = ? ORDER BY first_at, element")
                .param(manuscript)
                .query(String.class)
                .list();
        List<String> now = at(running(manuscript))
                .map(a -> a.place().element().replace("#multiInstanceBody", ""))
                .distinct()
                .toList();
        return new Way(Models.EDITORIAL, passed, now);
    }

    @Override
    public Optional<Advice> advice(String manuscript, PersonsStep step) {
        String about = switch (step) {
            case SCREEN -> "screening";
            case DECIDE -> "decision";
            default -> null;
        };
        if (about == null) {
            return Optional.empty();
        }
        return running(manuscript).stream()
                .filter(Running::editorial)
                .map(i -> engine.getRuntimeService()
                        .getVariables(i.instance(), List.of(about + "Advice", about + "Reason")))
                .filter(values -> values.size() == 2)
                .map(values -> new Advice((String) values.get(about + "Advice"), (String) values.get(about + "Reason")))
                .findFirst();
    }

    /** Says where the manuscript stands. Runs at the end of each transaction in which it moved. */
    void sayWhereItStands(String manuscript, Optional<String> end, Instant now) {
        List<Running> running = running(manuscript);
        if (running.isEmpty()) {
            String definition = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(manuscript)
                    .processDefinitionKey(Models.EDITORIAL)
                    .singleResult()
                    .getProcessDefinitionId();
            String step = models.property(new Place(definition, end.orElseThrow()), "step")
                    .orElseThrow();
            steps.get().moved(manuscript, step, "nobody", now, null, null, null);
            return;
        }
        List<At> waits =
                at(running).filter(a -> property(a, "step").isPresent()).toList();
        At first = waits.stream().min(Comparator.comparing(At::since)).orElseThrow();
        Optional<PlannedAct> next =
                timers(running).listPage(0, 1).stream().findFirst().map(timer -> planned(timer, null));
        steps.get()
                .moved(
                        manuscript,
                        property(first, "step").orElseThrow(),
                        property(first, "whose").orElseThrow(),
                        first.since(),
                        until(waits).orElse(null),
                        next.map(PlannedAct::what).orElse(null),
                        next.map(PlannedAct::at).orElse(null));
    }

    private Optional<String> property(At activity, String name) {
        return models.property(activity.place(), name);
    }

    /** When the first of what is owed at these steps is due. */
    private Optional<Instant> until(List<At> waits) {
        String[] spans = waits.stream()
                .flatMap(a -> property(a, "within").stream())
                .distinct()
                .toArray(String[]::new);
        if (spans.length == 0) {
            return Optional.empty();
        }
        Map<Owed, String> within = engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(waits.stream().map(At::instance).distinct().toArray(String[]::new))
                .variableNameIn(spans)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        variable -> new Owed(variable.getProcessInstanceId(), variable.getName()),
                        variable -> (String) variable.getValue()));
        return waits.stream()
                .flatMap(a -> property(a, "within").stream()
                        .map(span -> a.extended()
                                .orElseGet(() -> Spans.after(a.since(), within.get(new Owed(a.instance(), span))))))
                .min(Comparator.naturalOrder());
    }

    /** A span of the policy, as a process has it. */
    private record Owed(String process, String span) {}

    /** A process of the manuscript, and where it is; nowhere while a job is to take it on. */
    private record Running(String instance, String definition, List<At> at) {

        boolean editorial() {
            return definition.startsWith(Models.EDITORIAL + ":");
        }
    }

    /**
     * @param type of the element, in the engine's words
     * @param extended until when, where it was made longer
     */
    private record At(
            String instance,
            String execution,
            String id,
            Place place,
            String type,
            Instant since,
            Optional<Instant> extended) {}

    /**
     * In one statement on the engine's own tables: by its queries it takes one for each process, and their building costs
     * more than their answer. This runs several times in each transaction in which a manuscript moves.
     */
    private List<Running> running(String manuscript) {
        Map<String, Running> running = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT p.id_, p.proc_def_id_, a.id_ AS at_, a.execution_id_, a.act_id_, a.act_type_, a.start_time_, v.text_
                FROM act_ru_execution p LEFT JOIN act_hi_actinst a ON a.proc_inst_id_ = p.id_ AND a.end_time_ IS NULL
                LEFT JOIN act_ru_variable v ON v.execution_id_ = a.execution_id_ AND v.name_ = ?
                WHERE p.business_key_ = ? AND p.parent_id_ IS NULL
                ORDER BY p.id_, a.start_time_
                """).params(EXTENDED, manuscript).query((RowCallbackHandler) row -> {
            String instance = row.getString("id_");
            String definition = row.getString("proc_def_id_");
            Running process = running.computeIfAbsent(instance, id -> new Running(id, definition, new ArrayList<>()));
            if (row.getString("act_id_") != null) {
                process.at()
                        .add(new At(
                                instance,
                                row.getString("execution_id_"),
                                row.getString("at_"),
                                new Place(definition, row.getString("act_id_")),
                                row.getString("act_type_"),
                                row.getTimestamp("start_time_").toInstant(),
                                Optional.ofNullable(row.getString("text_")).map(Instant::parse)));
            }
        });
        return List.copyOf(running.values());
    }

    private static Stream<At> at(Collection<Running> running) {
        return running.stream().flatMap(process -> process.at().stream());
    }

    private boolean hasBegun(String manuscript) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(manuscript)
                        .processDefinitionKey(Models.EDITORIAL)
                        .count()
                > 0;
    }

    private boolean hasBeenAt(String manuscript, String activity) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(manuscript)
                .list()
                .stream()
                .anyMatch(i -> engine.getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(i.getId())
                                .activityId(activity)
                                .count()
                        > 0);
    }
}
