package org.imprimatur.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.standalone.demonstration.People;
import org.imprimatur.standalone.embedded.Trouble;

/** What stays up after the story: the addresses to look at, the sign-ins, and a page that moves the clock on. */
final class Control implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Stage stage;
    private final Story story;
    private final Console console;
    private final HttpServer server;

    private Control(Stage stage, Story story, Console console) throws IOException {
        this.stage = stage;
        this.story = story;
        this.console = console;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("POST")
                        && own(exchange.getRequestHeaders().getFirst("Origin"))) {
                    move(exchange.getRequestURI().getPath());
                    exchange.getResponseHeaders().set("Location", "/");
                    exchange.sendResponseHeaders(303, -1);
                    return;
                }
                byte[] page = page().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders()
                        .set(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
    }

    static Control open(Stage stage, Story story, Console console) {
        try {
            return new Control(stage, story, console);
        } catch (IOException e) {
            throw new Trouble("the clock's page can't open a port: " + e.getMessage(), e);
        }
    }

    // another site's page must not move this clock
    private boolean own(String origin) {
        return origin == null
                || origin.equals("http://localhost:" + server.getAddress().getPort());
    }

    private void move(String path) {
        switch (path) {
            case "/hour" -> stage.letGoBy(Duration.ofHours(1));
            case "/day" -> stage.letGoBy(Duration.ofDays(1));
            case "/week" -> stage.letGoBy(Duration.ofDays(7));
            case "/next" ->
                stage.nextPlanned()
                        .ifPresent(at -> stage.letGoBy(
                                Duration.between(stage.installation.now(), at).plusSeconds(5)));
            default -> {
                // nothing else moves it
            }
        }
        console.act("The clock", "has moved on");
    }

    private String page() {
        Optional<Instant> next = stage.nextPlanned();
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>The clock of the demonstration</title><style>
                body{font:1rem/1.5 "Source Sans 3",system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;background:#f6f6f4;color:#191c1f}
                h1{font:600 1.8rem/1.2 "Source Serif 4",Georgia,serif}form{display:inline-block;margin:0 .5rem .5rem 0}
                button{font:inherit;font-weight:600;padding:.5rem 1rem;border:1px solid #7f858a;border-radius:6px;background:#fff;cursor:pointer}
                button.go{background:#1d4690;color:#fff;border-color:#1d4690}button:disabled{color:#61676d;cursor:not-allowed}
                </style></head><body><h1>%s</h1><p>%s</p>
                <form method="post" action="/next"><button class="go"%s>To the next reminder or deadline</button></form>
                <form method="post" action="/hour"><button>One hour</button></form>
                <form method="post" action="/day"><button>One day</button></form>
                <form method="post" action="/week"><button>Seven days</button></form>
                <p>This moves the time of the journal only: sign-ins and back-offs use real time.</p></body></html>
                """.formatted(
                        DAY.format(stage.installation.now()),
                        next.map(at -> "The process acts by itself next on " + DAY.format(at) + ".")
                                .orElse("Nothing is planned: no manuscript waits for anybody."),
                        next.isPresent() ? "" : " disabled");
    }

    /** Says at the terminal what there is to look at. */
    void invite() {
        URI home = stage.home();
        People people = story.people();
        console.title("Everything stays up. Have a look:");
        List.of(
                        "The public article   " + home + story.articlePath(),
                        "The issue            " + home + "/gpr",
                        "The author's portal  " + home + "/author",
                        "The dashboard        " + home + "/editor",
                        "The issue board      " + home + "/production/issues",
                        "The mail box         " + stage.mail.webUrl()
                                + "   (a reviewer's page is behind the link of an invitation)",
                        "The DOI sandbox      " + stage.agency.baseUrl(),
                        "The clock            http://localhost:"
                                + server.getAddress().getPort() + "/")
                .forEach(console::line);
        console.line("");
        console.line("Sign in at " + home + "/sign-in with the password “" + Hand.PASSWORD + "” as");
        List.of(
                        people.correspondingAuthor().email() + "  (author)",
                        people.managingEditor().email() + "  (managing editor)",
                        people.handlingEditor().email() + "  (handling editor)",
                        people.productionEditor().email() + "  (production editor)")
                .forEach(line -> console.line("  " + line));
        console.line("");
        console.line("Ctrl-C ends it all.");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
