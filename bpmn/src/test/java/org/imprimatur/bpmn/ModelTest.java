package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** The tests of one model together take every node and flow of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelTest {

    private final String model;
    private final Set<String> ran = new HashSet<>();

    ModelTest(String model) {
        this.model = model;
    }

    @AfterEach
    void note_and_let_the_clock_go(TestInfo test) {
        ran.add(test.getTestMethod().orElseThrow().getName());
        ClockUtil.reset();
    }

    @AfterAll
    void every_node_and_every_flow_was_taken() {
        long all = Arrays.stream(getClass().getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class))
                .count();
        if (ran.size() < all) {
            return; // a single test was asked for: it can't take every way
        }
        Diagram diagram = Diagram.read(ProcessModels.bpmn(model));
        Set<String> drawn = Stream.concat(
                        diagram.shapes().stream().map(Diagram.Shape::id),
                        diagram.edges().stream().map(Diagram.Edge::id))
                .collect(Collectors.toCollection(TreeSet::new));
        drawn.removeAll(Stage.covered(model));
        assertThat(drawn).as("elements of " + model + " that no test took").isEmpty();
    }
}
