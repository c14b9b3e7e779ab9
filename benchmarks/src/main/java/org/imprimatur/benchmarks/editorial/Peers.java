package org.imprimatur.benchmarks.editorial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other services as far as they are asked over HTTP: submission's documents, the gateway's people. */
final class Peers implements AutoCloseable {

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;

    Peers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/internal/files/",
                exchange -> answer(
                        exchange, "application/octet-stream", Optional.ofNullable(documents.get(last(exchange)))));
        server.createContext(
                "/internal/people/",
                exchange -> answer(
                        exchange,
                        "application/json",
                        Optional.of("{\"id\":\"%1$s\",\"name\":\"Person %1$s\",\"address\":\"%1$s@example.org\"}"
                                .formatted(last(exchange))
                                .getBytes(StandardCharsets.UTF_8))));
        server.start();
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, String type, Optional<byte[]> body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(
                    body.isPresent() ? 200 : 404,
                    body.map(bytes -> bytes.length).orElse(-1));
            if (body.isPresent()) {
                exchange.getResponseBody().write(body.get());
            }
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Gives the document's name. */
    String keep(byte[] document) {
        try {
            String name = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document));
            documents.put(name, document);
            return name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void drop(String name) {
        documents.remove(name);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
