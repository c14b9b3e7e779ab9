package org.imprimatur.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.imprimatur.web.acting.Assertions;

/** A service behind the gateway that answers with what reached it. */
final class Peer implements AutoCloseable {
    private final HttpServer server;
    private final String name;
    volatile CountDownLatch more = new CountDownLatch(1);
    /** What it says of how it stands; null: it doesn't answer. */
    volatile String operations;
    /** The status with which it answers what somebody wants done. */
    volatile int resumption = 204;
    /** What was sent to its forms. */
    final List<String> posted = Collections.synchronizedList(new ArrayList<>());
    /** What was wanted, and by which assertion. */
    final List<String> resumed = Collections.synchronizedList(new ArrayList<>());

    Peer(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/internal/operations/resumed")) {
            resumed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " by "
                    + exchange.getRequestHeaders().getFirst(Assertions.PERSON_HEADER));
            exchange.sendResponseHeaders(resumption, -1);
        } else if (path.equals("/internal/operations") && operations != null) {
            byte[] body = operations.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else if (path.equals("/internal/operations")) {
            exchange.close(); // cut without an answer
        } else if (path.endsWith("/redirect")) {
            exchange.getResponseHeaders().add("Location", url() + "/author/there?a=1");
            exchange.sendResponseHeaders(302, -1);
        } else if (path.endsWith("/away")) {
            exchange.close(); // cut without an answer
        } else if (path.endsWith("/stream")) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(exchange, "data:first\n\n");
            await();
            say(exchange, "data:second\n\n");
        } else {
            byte[] came = exchange.getRequestBody().readAllBytes();
            long length = came.length;
            if (path.startsWith("/author/forms/")) {
                posted.add(path + " " + new String(came, StandardCharsets.UTF_8));
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((header, values) -> headers.put(header, String.join(",", values)));
            byte[] body = (name + " " + exchange.getRequestMethod() + " " + path + "\nbody " + length + "\n"
                            + headers.entrySet().stream()
                                    .map(entry -> entry.getKey().toLowerCase() + ": " + entry.getValue())
                                    .collect(Collectors.joining("\n")))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void await() throws IOException {
        try {
            more.await();
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    private static void say(HttpExchange exchange, String event) throws IOException {
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
