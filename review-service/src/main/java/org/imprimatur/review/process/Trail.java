package org.imprimatur.review.process;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        ExecutionListener reached = execution -> touched(execution);
        ExecutionListener passed = execution -> {
            pass(execution, execution.getCurrentActivityId());
            flowFromEventGateway(execution).ifPresent(flow -> pass(execution, flow));
            touched(execution);
        };
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, reached);
            activity.addListener(ExecutionListener.EVENTNAME_END, passed);
            listen(activity);
        }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        ExecutionListener taken = execution -> pass(execution, execution.getCurrentTransitionId());
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
    }

    /** The engine goes from an event-based gateway to what happened without taking the flow between them. */
    private static Optional<String> flowFromEventGateway(DelegateExecution execution) {
        return execution.getBpmnModelElementInstance() instanceof IntermediateCatchEvent event
                ? event.getIncoming().stream()
                        .filter(flow -> flow.getSource() instanceof EventBasedGateway)
                        .map(SequenceFlow::getId)
                        .findFirst()
                : Optional.empty();
    }

    private void pass(DelegateExecution execution, String element) {
        jdbc.sql("""
                        INSERT INTO way_passed (manuscript, element, first_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .param(execution.getProcessBusinessKey())
                .param(element.replace("#multiInstanceBody", ""))
                .param(Timestamp.from(ClockUtil.getCurrentTime().toInstant()))
                .update();
    }

    private void touched(DelegateExecution execution) {
        boolean end = execution.getProcessDefinitionId().startsWith(Models.EDITORIAL + ":")
                && execution.getBpmnModelElementInstance() instanceof EndEvent;
        touchedInThisTransaction()
                .merge(
                        execution.getProcessBusinessKey(),
                        end ? Optional.of(execution.getCurrentActivityId()) : Optional.empty(),
                        (before, after) -> after.isPresent() ? after : before);
    }

    private Map<String, Optional<String>> touchedInThisTransaction() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof AtTheEnd atTheEnd && atTheEnd.trail() == this) {
                return atTheEnd.touched();
            }
        }
        AtTheEnd atTheEnd = new AtTheEnd(this, new LinkedHashMap<>());
        TransactionSynchronizationManager.registerSynchronization(atTheEnd);
        return atTheEnd.touched();
    }

    private record AtTheEnd(Trail trail, Map<String, Optional<String>> touched) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            touched.forEach(trail.moved);
        }
    }
}
