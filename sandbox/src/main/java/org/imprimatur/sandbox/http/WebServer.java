package org.imprimatur.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server: one function from request to answer. An exception of that function becomes a 500 without a trace
 * of it in the answer. It can go away for a while and come back on the same port.
 */
public final class WebServer implements AutoCloseable {

    /** Answers every request that comes. */
    @FunctionalInterface
    public interface Handler {
        /** Never null. */
        Answer answer(Request request) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final String host;
    private final int port;
    private final int largestBody;
    private final Handler handler;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "sandbox-http"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "sandbox-http-timer"));
    private HttpServer server;
    private boolean closed;

    private WebServer(String host, int port, int largestBody, Handler handler) throws IOException {
        this.host = host;
        this.largestBody = largestBody;
        this.handler = handler;
        this.server = listen(port);
        this.port = server.getAddress().getPort();
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @param largestBody in bytes; a longer body is answered with 413
     * @throws UncheckedIOException where the port is taken or the host isn't ours
     */
    public static WebServer start(String host, int port, int largestBody, Handler handler) {
        try {
            return new WebServer(host, port, largestBody, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private HttpServer listen(int wanted) throws IOException {
        var fresh = HttpServer.create(new InetSocketAddress(host, wanted), 0);
        fresh.createContext("/", this::serve);
        fresh.setExecutor(threads);
        fresh.start();
        return fresh;
    }

    /** The address a client on this machine reaches it by, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port);
    }

    /** Refuses connections for that long, then listens on the same port again. */
    public synchronized void goAway(Duration howLong) {
        if (closed || server == null) return;
        server.stop(0);
        server = null;
        timer.schedule(this::comeBack, howLong.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void comeBack() {
        if (closed) return;
        try {
            server = listen(port);
        } catch (IOException e) {
            LOG.error("Port {} was taken meanwhile; trying again in a second", port, e);
            timer.schedule(this::comeBack, 1, TimeUnit.SECONDS);
        }
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            var answer = answer(exchange);
            if (answer.status() != 0) send(exchange, answer);
            exchange.close();
            answer.afterwards().run();
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(largestBody + 1);
        if (body.length > largestBody) return Answer.sentence(413, "Longer than " + largestBody + " bytes");
        Request request;
        try {
            var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .orElse("");
            request = Request.of(exchange.getRequestMethod(), exchange.getRequestURI(), type, body);
        } catch (IllegalArgumentException e) {
            return Answer.sentence(400, "This request can't be read: " + e.getMessage());
        }
        try {
            return handler.answer(request);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            return Answer.sentence(500, "The sandbox itself failed; its log says why");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) exchange.getResponseBody().write(answer.body());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) server.stop(0);
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
