package org.imprimatur.web.acting;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The running instances of one service, asked in turn. When one can't be reached the next is asked; when one breaks off
 * in the middle the next is asked only if asking twice does no harm (RFC 9110, 9.2.1: safe methods). One that said
 * nothing is asked last for a while, the longer the oftener it is silent.
 */
public final class Instances implements ClientHttpRequestInterceptor {
    private static final Duration AVOIDED = Duration.ofSeconds(10);

    /** So often the time is doubled: 80 seconds. */
    private static final int LONGEST = 3;

    private final List<URI> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Silent> silent = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    private Instances(List<URI> all, LongSupplier nanos) {
        this.all = all;
        this.nanos = nanos;
    }

    private record Silent(int times, long until) {}

    /** @param addresses base URLs, separated by commas; one is enough */
    public static Instances at(String addresses) {
        return at(addresses, System::nanoTime);
    }

    static Instances at(String addresses, LongSupplier nanos) {
        List<URI> all = Arrays.stream(addresses.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no address of a service is given");
        }
        return new Instances(all, nanos);
    }

    /** All instances, beginning with the one whose turn it is; those that were silent come last. */
    public List<URI> inTurn() {
        List<URI> rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), all.size()));
        long now = nanos.getAsLong();
        // a stable sort: among themselves they keep their turns
        rotated.sort(Comparator.comparing(instance -> avoided(instance, now)));
        return rotated;
    }

    private boolean avoided(URI instance, long now) {
        Silent known = silent.get(instance);
        return known != null && known.until() - now > 0;
    }

    /** It couldn't be reached, or didn't answer in time: it is left alone for 10 seconds, twice as long each time. */
    public void silent(URI instance) {
        long now = nanos.getAsLong();
        silent.compute(instance, (same, before) -> {
            if (before != null && before.until() - now > 0) {
                return before; // several met it at once: that is one silence
            }
            int times = before == null ? 0 : Math.min(before.times() + 1, LONGEST);
            return new Silent(times, now + (AVOIDED.toNanos() << times));
        });
    }

    public void answered(URI instance) {
        silent.remove(instance);
    }

    /** Whether another instance may be asked after this fault. */
    public static boolean mayAskAnother(HttpMethod method, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
            if (cause instanceof HttpTimeoutException) {
                return false;
            }
        }
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        IOException last = null;
        for (URI instance : inTurn()) {
            try {
                ClientHttpResponse response = execution.execute(sentTo(instance, request), body);
                answered(instance);
                return response;
            } catch (IOException fault) {
                if (fault instanceof ConnectException || fault instanceof HttpTimeoutException) {
                    silent(instance);
                }
                if (!mayAskAnother(request.getMethod(), fault)) {
                    throw fault;
                }
                last = fault;
            }
        }
        throw last;
    }

    private static HttpRequest sentTo(URI instance, HttpRequest request) {
        URI there = UriComponentsBuilder.fromUri(request.getURI())
                .scheme(instance.getScheme())
                .host(instance.getHost())
                .port(instance.getPort())
                .build(true)
                .toUri();
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return there;
            }
        };
    }
}
