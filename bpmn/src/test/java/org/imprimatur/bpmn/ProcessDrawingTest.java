package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ProcessDrawingTest {

    static final List<String> MODELS = ProcessModels.DRAWN;

    private final ProcessDrawing drawing = new ProcessDrawing();

    private static Document xml(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> drawn(Document svg) {
        return elements(svg, "g").stream()
                .map(g -> g.getAttribute("data-element-id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void every_element_of_the_model_is_drawn_once_and_nothing_else(String key) throws Exception {
        var model = Bpmn.readModelFromStream(ProcessModels.bpmn(key));
        List<String> modelled = Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId),
                        model.getModelElementsByType(SequenceFlow.class).stream()
                                .map(SequenceFlow::getId))
                .toList();
        assertThat(drawn(xml(drawing.svg(key)))).containsExactlyInAnyOrderElementsOf(modelled);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void a_drawing_may_stand_in_a_page_with_a_strict_security_policy(String key) throws Exception {
        Document svg = xml(drawing.svg(key));
        assertThat(elements(svg, "*")).allSatisfy(element -> {
            assertThat(element.getTagName()).isNotIn("style", "script", "foreignObject", "image", "a");
            assertThat(element.hasAttribute("style")).isFalse();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void a_drawing_says_in_words_what_it_shows(String key) throws Exception {
        Element svg = xml(drawing.svg(key, Set.of("submitted", "screen"), Set.of("decide")))
                .getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo(key + "-title " + key + "-desc");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(
                        key.equals("editorial-process")
                                ? "Passed: A manuscript is submitted; Screen the manuscript. Now at: Decide, and write"
                                        + " the letter."
                                : "");
    }

    @Test
    void the_way_and_the_token_are_marked() throws Exception {
        Document svg = xml(drawing.svg(
                "editorial-process", Set.of("submitted", "submitted-to-screening-advice"), Set.of("screen")));
        assertThat(elements(svg, "g").stream()
                        .filter(g -> g.getAttribute("class").matches(".*\\b(passed|now)\\b.*"))
                        .map(g -> g.getAttribute("data-element-id") + " " + g.getAttribute("class")))
                .containsExactlyInAnyOrder(
                        "submitted element startEvent passed",
                        "submitted-to-screening-advice flow passed",
                        "screen element userTask now");
    }

    @Test
    void there_is_no_drawing_of_anything_else() {
        assertThatThrownBy(() -> drawing.svg("../application")).isInstanceOf(IllegalArgumentException.class);
    }
}
