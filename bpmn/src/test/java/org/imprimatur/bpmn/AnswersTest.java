package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every model keeps to. */
class AnswersTest {

    static final List<String> MODELS = ProcessModels.DRAWN;

    /** Which answers each command can get, as the page about how the parts fit lists them. */
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "ProduceGalley", Set.of("ProofReady", "GalleyFailed"),
            "ScheduleArticle", Set.of("ArticleScheduled", "ArticleNotScheduled"),
            "AllocatePages", Set.of("PagesAllocated", "PagesNotAllocated"),
            "RegisterDoi", Set.of("DoiRegistered", "DoiRefused", "DoiRegistrationGivenUp"),
            "PublishArticle", Set.of("ArticlePublished", "ArticleNotPublished"),
            "ReleasePages", Set.of("PagesReleased"),
            "UnscheduleArticle", Set.of("ArticleUnscheduled"));

    private static BpmnModelInstance model(String key) {
        return Bpmn.readModelFromStream(ProcessModels.bpmn(key));
    }

    @Test
    void every_answer_to_every_command_has_a_way_on() {
        Set<String> said = new TreeSet<>();
        for (String key : MODELS) {
            for (SendTask task : model(key).getModelElementsByType(SendTask.class)) {
                String command = task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                        .filter(p -> p.getCamundaName().equals("command") && within(p.getDomElement(), task.getId()))
                        .map(p -> p.getTextContent())
                        .findFirst()
                        .orElseThrow();
                said.add(command);
                FlowNode wait = only(task.getOutgoing()).getTarget();
                assertThat(wait).isInstanceOf(ReceiveTask.class);
                Set<String> caught =
                        new HashSet<>(Set.of(((ReceiveTask) wait).getMessage().getName()));
                boundaries((Activity) wait).stream()
                        .flatMap(AnswersTest::message)
                        .forEach(caught::add);
                assertThat(caught).as(command).isEqualTo(ANSWERS.get(command));
                assertThat(boundaries((Activity) wait))
                        .as("when nobody answers " + command + ", it is said again")
                        .anyMatch(b ->
                                isTimer(b) && only(b.getOutgoing()).getTarget().equals(task));
            }
        }
        assertThat(said).isEqualTo(ANSWERS.keySet());
    }

    private static boolean within(org.camunda.bpm.model.xml.instance.DomElement element, String id) {
        for (var parent = element; parent != null; parent = parent.getParentElement()) {
            if (id.equals(parent.getAttribute("id"))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void every_wait_has_a_timer(String key) {
        BpmnModelInstance model = model(key);
        Stream<Activity> waits = Stream.concat(
                model.getModelElementsByType(UserTask.class).stream(),
                model.getModelElementsByType(ReceiveTask.class).stream());
        assertThat(waits.filter(wait -> boundaries(wait).stream().noneMatch(AnswersTest::isTimer)))
                .isEmpty();
        for (EventBasedGateway gateway : model.getModelElementsByType(EventBasedGateway.class)) {
            assertThat(gateway.getOutgoing().stream().map(SequenceFlow::getTarget))
                    .anyMatch(AnswersTest::isTimer);
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void every_wait_says_what_step_it_is_and_whose_move(String key) {
        BpmnModelInstance model = model(key);
        List<FlowNode> waits = new ArrayList<>(model.getModelElementsByType(UserTask.class));
        waits.addAll(model.getModelElementsByType(ReceiveTask.class));
        waits.addAll(model.getModelElementsByType(EventBasedGateway.class));
        assertThat(waits)
                .allSatisfy(wait -> assertThat(wait.getExtensionElements().getDomElement().getChildElements().stream()
                                .flatMap(e -> e.getChildElements().stream())
                                .map(e -> e.getAttribute("name")))
                        .as(wait.getId())
                        .contains("step", "whose"));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void models_name_beans_only_and_hold_no_script(String key) {
        BpmnModelInstance model = model(key);
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getDocument().getRootElement().getTextContent()).doesNotContain("Class");
        assertThat(Bpmn.convertToString(model)).doesNotContain("camunda:class", "camunda:script");
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void a_model_has_a_version_tag_and_a_time_to_live(String key) {
        Process process =
                model(key).getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(key);
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void every_element_has_a_sentence_for_a_name_and_a_stable_id(String key) {
        assertThat(model(key).getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).matches("[a-z]+(-[a-z]+)*");
            boolean joins =
                    node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            if (!joins) {
                assertThat(node.getName()).as(node.getId()).matches("[A-Z][^_]*");
            }
        });
    }

    @Test
    void no_two_models_share_an_id_so_that_one_list_marks_the_way_in_all() {
        List<String> ids = MODELS.stream()
                .flatMap(key -> model(key).getModelElementsByType(FlowElement.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toList());
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static <T> T only(java.util.Collection<T> one) {
        assertThat(one).hasSize(1);
        return one.iterator().next();
    }

    private static List<BoundaryEvent> boundaries(Activity host) {
        return host.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(b -> host.equals(b.getAttachedTo()))
                .toList();
    }

    private static Stream<String> message(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(d -> ((MessageEventDefinition) d).getMessage().getName());
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }
}
