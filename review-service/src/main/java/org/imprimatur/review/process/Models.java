package org.imprimatur.review.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What the deployed models say of their elements: properties, names, messages, and which element can follow which. */
final class Models {

    static final String EDITORIAL = "editorial-process";

    private final RepositoryService repository;
    private final ManagementService management;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();
    private final Map<Place, Map<String, String>> properties = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final Map<String, String> activities = new ConcurrentHashMap<>();

    Models(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    private BpmnModelInstance model(String definition) {
        return models.computeIfAbsent(definition, repository::getBpmnModelInstance);
    }

    /** The version of a model that began last. */
    private String newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** An element of a deployed model. */
    record Place(String definition, String element) {}

    Optional<String> property(Place place, String name) {
        return Optional.ofNullable(
                properties.computeIfAbsent(place, this::properties).get(name));
    }

    private Map<String, String> properties(Place place) {
        return element(place)
                .map(FlowElement::getExtensionElements)
                .map(e -> e.getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list())
                .stream()
                .flatMap(List::stream)
                .flatMap(p -> p.getCamundaProperties().stream())
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> first));
    }

    /** The element at which a timer stands. */
    Place place(Job timer) {
        return new Place(
                timer.getProcessDefinitionId(),
                activities.computeIfAbsent(
                        timer.getJobDefinitionId(),
                        definition -> management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(definition)
                                .singleResult()
                                .getActivityId()));
    }

    String name(Place place) {
        return element(place).map(FlowElement::getName).orElse(place.element());
    }

    private Optional<FlowElement> element(Place place) {
        return model(place.definition()).getModelElementById(place.element()) instanceof FlowElement e
                ? Optional.of(e)
                : Optional.empty();
    }

    boolean knows(String definition, String message) {
        return messages.computeIfAbsent(
                        definition,
                        id -> model(id).getModelElementsByType(Message.class).stream()
                                .map(Message::getName)
                                .collect(Collectors.toSet()))
                .contains(message);
    }

    /** Elements of all models that catch this message. */
    Set<Place> catching(String message) {
        return Stream.of(EDITORIAL, "peer-review", "publication")
                .map(this::newest)
                .flatMap(definition -> model(definition).getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> message.equals(caught(node)))
                        .map(node -> new Place(definition, node.getId())))
                .collect(Collectors.toSet());
    }

    private static String caught(FlowNode node) {
        if (node instanceof ReceiveTask task) {
            return task.getMessage().getName();
        }
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(d -> ((MessageEventDefinition) d).getMessage().getName())
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /** The activity that has to run for this element to catch: itself, or what a boundary event is attached to. */
    String host(Place place) {
        return element(place).orElseThrow() instanceof BoundaryEvent event
                ? event.getAttachedTo().getId()
                : place.element();
    }

    /**
     * Whether one of the targets can follow on these places.
     *
     * @param withoutActs only by ways on which the process itself does nothing that a new word would answer
     */
    boolean canFollow(Collection<Place> from, Set<Place> targets, boolean withoutActs) {
        Set<Place> seen = new HashSet<>(from);
        Deque<Place> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            for (Place place : after(next.pop())) {
                if (targets.contains(place)) {
                    return true;
                }
                if (!(withoutActs && isAct(place)) && seen.add(place)) {
                    next.push(place);
                }
            }
        }
        return false;
    }

    private boolean isAct(Place place) {
        return element(place)
                .filter(e -> e instanceof ServiceTask || e instanceof SendTask)
                .isPresent();
    }

    private List<Place> after(Place place) {
        FlowNode node = (FlowNode) element(place).orElseThrow();
        String definition = place.definition();
        Stream<FlowNode> here = Stream.concat(boundaries(node), following(node));
        Stream<Place> elsewhere = Stream.empty();
        if (node instanceof SubProcess sub) {
            here = Stream.concat(boundaries(node), starts(sub.getFlowElements()));
        } else if (node instanceof CallActivity call) {
            String called = newest(call.getCalledElement());
            here = boundaries(node);
            elsewhere = starts(model(called).getModelElementsByType(StartEvent.class))
                    .filter(start -> !(start.getParentElement() instanceof SubProcess))
                    .map(start -> new Place(called, start.getId()));
        } else if (node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess)) {
            elsewhere = callers(definition);
        }
        if (node.getParentElement() instanceof SubProcess parent) {
            here = Stream.concat(here, boundaries(parent));
            if (node instanceof EndEvent) {
                here = Stream.concat(here, following(parent));
            }
        }
        return Stream.concat(here.map(n -> new Place(definition, n.getId())), elsewhere)
                .toList();
    }

    private static Stream<FlowNode> following(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget);
    }

    private static Stream<FlowNode> boundaries(FlowNode host) {
        return host.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(b -> Objects.equals(b.getAttachedTo(), host))
                .map(FlowNode.class::cast);
    }

    private static Stream<FlowNode> starts(Collection<? extends FlowElement> elements) {
        return elements.stream().filter(StartEvent.class::isInstance).map(FlowNode.class::cast);
    }

    /** What follows in the editorial process when a called model ends. */
    private Stream<Place> callers(String definition) {
        String caller = newest(EDITORIAL);
        String called = definition.split(":")[0];
        return model(caller).getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement().equals(called))
                .flatMap(Models::following)
                .map(node -> new Place(caller, node.getId()));
    }
}
