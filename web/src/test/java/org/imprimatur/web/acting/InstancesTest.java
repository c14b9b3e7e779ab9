package org.imprimatur.web.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class InstancesTest {

    private static final String DEAD = "http://127.0.0.1:1";

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String alive() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static RestClient client(String addresses) {
        return RestClient.builder()
                .baseUrl("http://anywhere")
                .requestInterceptor(Instances.at(addresses))
                .build();
    }

    @Test
    void a_dead_instance_is_passed_over_whatever_is_asked() {
        RestClient client = client(DEAD + ", " + alive());

        for (int request = 0; request < 4; request++) {
            client.get().uri("/a").retrieve().toBodilessEntity();
            client.post().uri("/a").body("x").retrieve().toBodilessEntity();
        }

        assertThat(asked).hasValue(8);
    }

    @Test
    void when_all_are_dead_it_is_a_fault() {
        assertThatThrownBy(() -> client(DEAD).get().uri("/a").retrieve().toBodilessEntity())
                .isInstanceOf(ResourceAccessException.class);
    }

    @Test
    void the_instances_take_turns() {
        Instances instances = Instances.at("http://a,http://b");

        assertThat(instances.inTurn()).containsExactly(URI.create("http://a"), URI.create("http://b"));
        assertThat(instances.inTurn()).containsExactly(URI.create("http://b"), URI.create("http://a"));
    }

    @Test
    void whoever_was_silent_is_asked_last_for_a_while_and_the_longer_the_oftener() {
        long[] seconds = {0};
        Instances instances = Instances.at("http://a,http://b,http://c", () -> seconds[0] * 1_000_000_000L);
        URI silent = URI.create("http://b");
        for (int pause : List.of(10, 20, 40, 80, 80)) {
            instances.silent(silent);
            for (int second = 0; second < pause; second += 5) {
                assertThat(instances.inTurn()).endsWith(silent).hasSize(3);
                seconds[0] += 5;
            }
            assertThat(List.of(first(instances), first(instances), first(instances)))
                    .contains(silent);
        }
        instances.answered(silent);
        instances.silent(silent);
        seconds[0] += 10;
        assertThat(List.of(first(instances), first(instances), first(instances)))
                .contains(silent);
    }

    private static URI first(Instances instances) {
        return instances.inTurn().get(0);
    }

    @Test
    void what_may_have_taken_effect_is_not_asked_of_another() {
        assertThat(Instances.mayAskAnother(HttpMethod.POST, new IOException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Instances.mayAskAnother(HttpMethod.POST, new SocketException("cut")))
                .isFalse();
        assertThat(Instances.mayAskAnother(HttpMethod.GET, new SocketException("cut")))
                .isTrue();
        assertThat(Instances.mayAskAnother(HttpMethod.GET, new HttpTimeoutException("slow")))
                .isFalse();
        assertThat(Instances.mayAskAnother(HttpMethod.POST, new HttpConnectTimeoutException("not even taken")))
                .isTrue();
    }

    @Test
    void no_address_at_all_is_said_at_once() {
        assertThatThrownBy(() -> Instances.at(" , ")).isInstanceOf(IllegalArgumentException.class);
    }
}
