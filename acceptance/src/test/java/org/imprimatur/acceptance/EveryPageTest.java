package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.imprimatur.standalone.demo.Performance;
import org.imprimatur.standalone.demo.Templates;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The way on which {@code ./imprimatur screens} makes its pictures, without the pictures. It moves the clock by months and
 * has a message parked, so it comes last.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(OnTheStage.class)
class EveryPageTest {

    @Test
    void the_way_with_the_camera_comes_by_every_page_that_there_is(Performance performance) {
        assertThat(performance.goRound()).isEmpty();
        assertThat(OnTheStage.SEEN).containsAll(Templates.ofPages());
    }
}
