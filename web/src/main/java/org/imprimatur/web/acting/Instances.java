package org.imprimatur.web.acting;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The running instances of one service, asked in turn. When one can't be reached the next is asked; when one breaks off
 * in the middle the next is asked only if asking twice does no harm (RFC 9110, 9.2.1: safe methods).
 */
public final class Instances implements ClientHttpRequestInterceptor {
    private final List<URI> all;
    private final AtomicInteger turn = new AtomicInteger();

    private Instances(List<URI> all) {
        this.all = all;
    }

    /** @param addresses base URLs, separated by commas; one is enough */
    public static Instances at(String addresses) {
        List<URI> all = Arrays.stream(addresses.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no address of a service is given");
        }
        return new Instances(all);
    }

    /** All instances, beginning with the one whose turn it is. */
    public List<URI> inTurn() {
        List<URI> rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), all.size()));
        return rotated;
    }

    /** Whether another instance may be asked after this fault. */
    public static boolean mayAskAnother(HttpMethod method, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
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
                return execution.execute(sentTo(instance, request), body);
            } catch (IOException fault) {
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
