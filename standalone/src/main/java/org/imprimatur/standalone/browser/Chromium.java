package org.imprimatur.standalone.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.standalone.browser.Onlooker.Seen;
import org.imprimatur.standalone.embedded.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real Chromium without a window, spoken to by the DevTools protocol, that makes pictures of pages which somebody has
 * got already: the page itself is not asked for again, only what belongs to it (styles, pictures, frames). Safe for one
 * thread.
 */
public final class Chromium implements AutoCloseable {

    /** What makes it quiet, and able to run as root. */
    public static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LISTENS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int PATIENCE = 20;
    private static final int SHORTEST = 900;
    private static final int TALLEST = 12_000;
    // by the protocol these are set by whoever sends the body
    private static final List<String> HOP = List.of(":status", "content-length", "transfer-encoding", "connection");
    private static final String FRAMED = "document.querySelector('iframe,object,embed') !== null";
    // a drawing that waits behind a click is part of the picture
    private static final String SETTLED = """
            document.querySelectorAll('details:has(.drawing)').forEach(one => { one.open = true; });
            new Promise(done => document.fonts.ready.then(() => requestAnimationFrame(() =>
              setTimeout(done, %s ? 1500 : 60))))""".formatted(FRAMED);

    private final Path profile;
    private final Process process;
    private final WebSocket line;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicReference<Seen> expected = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Void>> loaded = new AtomicReference<>(new CompletableFuture<>());
    private final String session;

    private Chromium(Path executable) throws IOException {
        profile = Files.createTempDirectory("imprimatur-chromium");
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--headless=new",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
        command.addAll(ARGUMENTS);
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        line = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Listener())
                .join();
        String target = ask(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        session = ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        ask(session, "Page.enable", Map.of());
        ask(session, "Network.enable", Map.of());
        ask(
                session,
                "Fetch.enable",
                Map.of("patterns", List.of(Map.of("resourceType", "Document", "requestStage", "Request"))));
    }

    /** Where Chromium is: what the environment's CHROMIUM names, else its place on Debian. */
    public static Optional<Path> executable() {
        Path named = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        return Files.isExecutable(named) ? Optional.of(named) : Optional.empty();
    }

    /** @throws Trouble when there is none, or it doesn't start */
    public static Chromium open() {
        Path executable = executable()
                .orElseThrow(() -> new Trouble(
                        "no Chromium: install it (Debian: apt-get install chromium) or name it with CHROMIUM=/path"));
        try {
            return new Chromium(executable);
        } catch (IOException | RuntimeException e) {
            throw new Trouble("Chromium at " + executable + " doesn't start: " + e.getMessage(), e);
        }
    }

    // all it says is read to the end, or it would wait for a reader
    private URI address() throws IOException {
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        String said;
        while ((said = says.readLine()) != null) {
            Matcher listens = LISTENS.matcher(said);
            if (listens.find()) {
                Thread reader = new Thread(() -> says.lines().forEach(ignored -> {}), "chromium");
                reader.setDaemon(true);
                reader.start();
                return URI.create(listens.group(1));
            }
        }
        throw new IOException("it ended before it listened");
    }

    /**
     * How somebody looks at a page.
     *
     * @param width of the window in CSS pixels; below 600 it is a phone's
     */
    public record View(int width, boolean dark) {}

    /**
     * The whole page as PNGs, one CSS pixel a pixel, in the order of the views. It is loaded once.
     *
     * @throws NotAsExpected when the page doesn't load
     */
    public List<byte[]> photograph(Seen page, List<View> views) {
        show(views.get(0), SHORTEST);
        ask(session, "Network.clearBrowserCookies", Map.of());
        for (HttpCookie cookie : page.cookies()) {
            ask(
                    session,
                    "Network.setCookie",
                    Map.of(
                            "name",
                            cookie.getName(),
                            "value",
                            cookie.getValue(),
                            "url",
                            page.address().resolve("/").toString()));
        }
        CompletableFuture<Void> loading = new CompletableFuture<>();
        loaded.set(loading);
        expected.set(page);
        ask(session, "Page.navigate", Map.of("url", page.address().toString()));
        await(loading, page.address().getPath());
        return views.stream().map(this::photograph).toList();
    }

    private byte[] photograph(View view) {
        show(view, SHORTEST);
        ask(session, "Runtime.evaluate", Map.of("expression", SETTLED, "awaitPromise", true));
        // in a window as tall as the page nothing that sticks to an edge hides what is behind it; frames grow with it
        if (!holds(FRAMED)) {
            show(view, Math.min(TALLEST, size().get("height").asInt()));
        }
        JsonNode size = size();
        JsonNode picture = ask(
                session,
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x",
                                0,
                                "y",
                                0,
                                "width",
                                Math.max(view.width(), size.get("width").asInt()),
                                "height",
                                Math.min(TALLEST, size.get("height").asInt()),
                                "scale",
                                1)));
        return Base64.getDecoder().decode(picture.get("data").asString());
    }

    private void show(View view, int height) {
        ask(
                session,
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        window(view.width(), height);
    }

    private void window(int width, int height) {
        ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private boolean holds(String condition) {
        return ask(session, "Runtime.evaluate", Map.of("expression", condition))
                .path("result")
                .path("value")
                .asBoolean();
    }

    private JsonNode size() {
        return ask(session, "Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    }

    private JsonNode ask(String of, String method, Map<String, Object> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        send(id, of, method, parameters);
        return await(answer, method);
    }

    private void send(int id, String of, String method, Map<String, Object> parameters) {
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (of != null) {
            message.put("sessionId", of);
        }
        synchronized (line) {
            line.sendText(message.toString(), true).join();
        }
    }

    private static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new NotAsExpected("Chromium didn't do " + what + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted", e);
        }
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> waiting = asked.remove(message.get("id").asInt());
            if (waiting != null && message.has("error")) {
                waiting.completeExceptionally(
                        new IOException(message.get("error").toString()));
            } else if (waiting != null) {
                waiting.complete(message.get("result"));
            }
            return;
        }
        switch (message.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.get().complete(null);
            case "Fetch.requestPaused" -> paused(message.get("params"));
            default -> {
                // of no interest
            }
        }
    }

    private void paused(JsonNode request) {
        String id = request.get("requestId").asString();
        Seen page = expected.get();
        boolean itself = page != null
                && request.get("request")
                        .get("url")
                        .asString()
                        .equals(page.address().toString().replaceFirst("#.*", ""))
                && expected.compareAndSet(page, null);
        if (!itself) {
            send(last.incrementAndGet(), session, "Fetch.continueRequest", Map.of("requestId", id));
            return;
        }
        List<Map<String, String>> headers = page.headers().entrySet().stream()
                .filter(header -> !HOP.contains(header.getKey()))
                .flatMap(header ->
                        header.getValue().stream().map(value -> Map.of("name", header.getKey(), "value", value)))
                .toList();
        send(
                last.incrementAndGet(),
                session,
                "Fetch.fulfillRequest",
                Map.of(
                        "requestId",
                        id,
                        "responseCode",
                        page.status(),
                        "responseHeaders",
                        headers,
                        "body",
                        Base64.getEncoder().encodeToString(page.html().getBytes(StandardCharsets.UTF_8))));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                heard(message);
            }
            socket.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        line.abort();
        List<ProcessHandle> its = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            // they outlive it by moments, and write into the profile until they end
            for (ProcessHandle one : its) {
                one.destroyForcibly();
                one.onExit().join();
            }
            try (Stream<Path> all = Files.walk(profile)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
