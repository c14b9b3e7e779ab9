package org.imprimatur.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_said_in_one_line_with_what_to_do() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Ports.wanted(taken.getLocalPort(), "Imprimatur"))
                    .withMessageContaining(String.valueOf(taken.getLocalPort()))
                    .withMessageContaining("IMPRIMATUR_PORT")
                    .satisfies(trouble -> assertThat(trouble.getMessage()).doesNotContain("\n"));
        }
    }

    @Test
    void free_ports_are_each_another_one() {
        assertThat(Ports.free(20)).hasSize(20).doesNotHaveDuplicates();
    }
}
