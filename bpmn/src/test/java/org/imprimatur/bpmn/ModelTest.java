package org.imprimatur.bpmn;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;

/** The engine's clock stands still in these tests, and is let go after each. */
abstract class ModelTest {

    ModelTest(String model) {}

    @AfterEach
    void let_the_clock_go() {
        ClockUtil.reset();
    }
}
