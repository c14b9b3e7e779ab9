package org.imprimatur.review.process;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes which elements and flows a manuscript passes, and tells once, at the end of each transaction, that it moved.
 * Listens to every element of every model.
 */
final class Trail extends AbstractBpmnParseListener {

    private final JdbcClient jdbc;
    private final BiConsumer<String, Optional<String>> moved;
    private final Map<Models.Place, Known> known = new ConcurrentHashMap<>();

    /** @param moved takes the manuscript, and the end event at which its way ended in this transaction */
    Trail(JdbcClient jdbc, BiConsumer<String, Optional<String>> moved) {
        this.jdbc = jdbc;
        this.moved = moved;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition);
    }

    private void listen(ScopeImpl scope) {
        ExecutionListener reached = this::touched;
        ExecutionListener passed = execution -> {
            AtTheEnd inTransaction = touched(execution);
            pass(inTransaction, execution, execution.getCurrentActivityId());
            known(execution).flow().ifPresent(flow -> pass(inTransaction, execution, flow));
        };
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, reached);
            activity.addListener(ExecutionListener.EVENTNAME_END, passed);
            listen(activity);
        }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        ExecutionListener taken = execution -> pass(inTransaction(), execution, execution.getCurrentTransitionId());
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
    }

    /**
     * What the model says of an element; looked up once, for the model is searched for it.
     *
     * @param flow the one that leads to it from an event-based gateway: the engine goes from the gateway to what happened
     *     without taking it
     */
    private record Known(boolean isEnd, Optional<String> flow) {

        static Known of(ModelElementInstance element) {
            return new Known(
                    element instanceof EndEvent,
                    element instanceof IntermediateCatchEvent event
                            ? event.getIncoming().stream()
                                    .filter(flow -> flow.getSource() instanceof EventBasedGateway)
                                    .map(SequenceFlow::getId)
                                    .findFirst()
                            : Optional.empty());
        }
    }

    private Known known(DelegateExecution execution) {
        return known.computeIfAbsent(
                new Models.Place(execution.getProcessDefinitionId(), execution.getCurrentActivityId()),
                place -> Known.of(execution.getBpmnModelElementInstance()));
    }

    private static void pass(AtTheEnd inTransaction, DelegateExecution execution, String element) {
        inTransaction
                .passed()
                .putIfAbsent(
                        new Passed(execution.getProcessBusinessKey(), element.replace("#multiInstanceBody", "")),
                        ClockUtil.getCurrentTime().toInstant());
    }

    private AtTheEnd touched(DelegateExecution execution) {
        boolean end = execution.getProcessDefinitionId().startsWith(Models.EDITORIAL + ":")
                && known(execution).isEnd();
        AtTheEnd inTransaction = inTransaction();
        inTransaction
                .touched()
                .merge(
                        execution.getProcessBusinessKey(),
                        end ? Optional.of(execution.getCurrentActivityId()) : Optional.empty(),
                        (before, after) -> after.isPresent() ? after : before);
        return inTransaction;
    }

    private AtTheEnd inTransaction() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof AtTheEnd atTheEnd && atTheEnd.trail() == this) {
                return atTheEnd;
            }
        }
        AtTheEnd atTheEnd = new AtTheEnd(this, new LinkedHashMap<>(), new LinkedHashMap<>());
        TransactionSynchronizationManager.registerSynchronization(atTheEnd);
        return atTheEnd;
    }

    private void keep(Map<Passed, Instant> passed) {
        jdbc.sql("""
                        INSERT INTO way_passed (manuscript, element, first_at)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[])
                        ON CONFLICT DO NOTHING""")
                .param(passed.keySet().stream().map(Passed::manuscript).toArray(String[]::new))
                .param(passed.keySet().stream().map(Passed::element).toArray(String[]::new))
                .param(passed.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    private record Passed(String manuscript, String element) {}

    private record AtTheEnd(Trail trail, Map<String, Optional<String>> touched, Map<Passed, Instant> passed)
            implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            trail.keep(passed);
            touched.forEach(trail.moved);
        }
    }
}
