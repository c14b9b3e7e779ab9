package org.imprimatur.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class IdleConnectionsTest {

    /** Starts an application, as every service does, and then leaves a connection idle. */
    static final class Client {

        public static void main(String[] arguments) throws Exception {
            new SpringApplicationBuilder(Client.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.main.banner-mode=off")
                    .run();
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(arguments[0])).build(), BodyHandlers.discarding());
            System.in.read();
        }
    }

    @Test
    void a_connection_that_is_idle_is_let_go_before_the_server_does() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process client = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Client.class.getName(),
                            "http://127.0.0.1:" + server.getLocalPort() + "/")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (Socket connection = server.accept()) {
                connection.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
                answer(connection);
                // the end of the stream, within Tomcat's 20 seconds
                assertThat(connection.getInputStream().read()).isEqualTo(-1);
            } finally {
                client.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void answer(Socket connection) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) connection.getInputStream().read());
        }
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
    }
}
