package org.imprimatur.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.imprimatur.standalone.browser.Chromium.View;
import org.imprimatur.standalone.browser.Onlooker.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChromiumTest {

    private static final String PAGE = """
            <!doctype html><link rel="stylesheet" href="/style.css"><meta name="viewport" content="width=device-width">
            <body style="margin:0"><div class="tall">As it was received</div>""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void a_server_that_remembers_what_it_was_asked() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            cookies.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            byte[] style = ".tall{height:2000px;background:#1d4690}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/css");
            exchange.sendResponseHeaders(200, style.length);
            exchange.getResponseBody().write(style);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_page_is_photographed_whole_as_somebody_got_it_without_being_asked_for_again() throws IOException {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "there is no Chromium here");
        Seen page = new Seen(
                "Somebody",
                "POST",
                URI.create("http://localhost:" + server.getAddress().getPort() + "/answer"),
                422,
                Map.of("content-type", List.of("text/html")),
                PAGE,
                List.of(new HttpCookie("session", "mine")));
        try (Chromium chromium = Chromium.open()) {
            List<byte[]> taken = chromium.photograph(page, List.of(new View(1280, false), new View(390, true)));
            for (int view = 0; view < 2; view++) {
                int width = view == 0 ? 1280 : 390;
                BufferedImage picture = ImageIO.read(new ByteArrayInputStream(taken.get(view)));
                assertThat(picture.getWidth()).isEqualTo(width);
                assertThat(picture.getHeight()).isEqualTo(2000);
                assertThat(picture.getRGB(width / 2, 1990) & 0xffffff)
                        .as("the style came from the server")
                        .isEqualTo(0x1d4690);
            }
        }
        assertThat(asked).contains("GET /style.css").noneMatch(request -> request.endsWith("/answer"));
        assertThat(cookies).isNotEmpty().allMatch("session=mine"::equals);
    }
}
