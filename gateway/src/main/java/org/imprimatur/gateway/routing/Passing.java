package org.imprimatur.gateway.routing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes one request on to one instance, and is patient until its answer begins; the answer then takes its time, as
 * streams of changes do. A body is sent only after the instance has said that it takes it (RFC 9110, 10.1.1: Expect),
 * so one that is frozen, or that has just closed the connection, gets nothing of it.
 */
final class Passing implements ProxyExchange {
    private static final String BODY = Body.class.getName();
    private static final String SILENCE = Passing.class.getName() + ".silence";

    /** What the client writes itself. */
    private static final Set<String> ITS_OWN =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final HttpClient client;
    private final Patience patience;

    Passing(Patience patience) {
        this.patience = patience;
        // services speak HTTP/1.1; without this each first request would offer them HTTP/2
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connecting())
                .build();
    }

    /** To be set before: the request's body, and how long an instance may be silent. */
    static void prepare(Map<String, Object> attributes, Body body, Duration silence) {
        attributes.put(BODY, body);
        attributes.put(SILENCE, silence);
    }

    /** @throws Unanswered when the instance doesn't answer */
    @Override
    public ServerResponse exchange(Request request) {
        Body body = (Body) request.getServerRequest().attributes().get(BODY);
        Duration silence = (Duration) request.getServerRequest().attributes().get(SILENCE);
        HttpRequest.Builder onward = HttpRequest.newBuilder(request.getUri())
                .method(request.getMethod().name(), body.publisher())
                .expectContinue(!body.none());
        request.getHeaders().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> onward.header(name, value));
            }
        });
        try {
            return answer(request, answer(onward.build(), body, silence), body);
        } catch (IOException | TimeoutException fault) {
            throw new Unanswered(request.getMethod(), body, fault);
        }
    }

    private HttpResponse<InputStream> answer(HttpRequest request, Body body, Duration silence)
            throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        long asked = System.nanoTime();
        while (true) {
            Duration left = body.begun()
                    ? patience.answering().minus(body.still())
                    : (body.none() ? silence : patience.taking()).minusNanos(System.nanoTime() - asked);
            if (left.isNegative() || left.isZero()) {
                answer.cancel(true);
                throw new TimeoutException("no answer in time");
            }
            try {
                return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhaps) {
                continue; // unless the body has moved meanwhile
            } catch (ExecutionException fault) {
                if (fault.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException(fault.getCause());
            } catch (InterruptedException stopped) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    private static ServerResponse answer(Request request, HttpResponse<InputStream> answer, Body body) {
        HttpStatusCode status = HttpStatusCode.valueOf(answer.statusCode());
        HttpHeaders headers = new HttpHeaders();
        answer.headers().map().forEach(headers::addAll);
        // refused before any of the body was asked for: the JDK's client has read that answer's own body by then
        boolean unread = !body.none() && !body.begun();
        if (unread) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        ServerResponse response = GatewayServerResponse.status(status).build((asked, back) -> {
            if (!unread) {
                copy(answer, MediaType.TEXT_EVENT_STREAM.isCompatibleWith(headers.getContentType()), back);
            } else if (status.isError()) {
                back.sendError(status.value());
            }
            return null;
        });
        request.getResponseConsumers().forEach(consumer -> consumer.accept(new Answer(status, headers), response));
        return response;
    }

    private static void copy(HttpResponse<InputStream> answer, boolean stream, HttpServletResponse back)
            throws IOException {
        try (InputStream from = answer.body()) {
            OutputStream to = back.getOutputStream();
            byte[] some = new byte[16_384];
            for (int read = from.read(some); read >= 0; read = from.read(some)) {
                to.write(some, 0, read);
                if (stream) {
                    to.flush();
                }
            }
        }
    }

    private static final class Answer implements Response {
        private final HttpStatusCode status;
        private final HttpHeaders headers;

        Answer(HttpStatusCode status, HttpHeaders headers) {
            this.status = status;
            this.headers = headers;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
