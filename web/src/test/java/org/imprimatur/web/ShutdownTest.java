package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class ShutdownTest {
    @Test
    void an_open_page_does_not_hold_up_the_end_of_its_service() throws Exception {
        var service = new SpringApplication(TestService.class)
                .run("--server.port=0", "--server.shutdown=graceful", "--spring.main.banner-mode=off");
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/open/live"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isEqualTo(':');
        Instant begun = Instant.now();
        service.close();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(stream.body().readAllBytes()).asString().contains("still here");
    }
}
