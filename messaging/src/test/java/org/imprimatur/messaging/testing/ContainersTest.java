package org.imprimatur.messaging.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/** What can be said of containers where there is no engine for them. */
class ContainersTest {

    @Test
    void their_images_are_those_of_the_compose_file_and_its_kafka_is_the_one_that_is_embedded_elsewhere() {
        assertThat(Containers.image("kafka")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
        assertThat(Containers.image("postgres")).matches("postgres:17\\.\\d+");
    }

    @Test
    void without_an_engine_the_refusal_is_one_line_that_says_what_to_do() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Containers.needEngine(() -> false))
                .withMessageContaining("needs a container engine")
                .withMessageContaining("leave the profile away")
                .withMessageNotContaining("\n");
        assertThatCode(() -> Containers.needEngine(() -> true)).doesNotThrowAnyException();
    }
}
