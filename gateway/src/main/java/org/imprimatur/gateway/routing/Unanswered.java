package org.imprimatur.gateway.routing;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpMethod;

/** An instance did not answer. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean silent;
    private final boolean harmless;

    Unanswered(HttpMethod method, Body body, Throwable fault) {
        super(fault.toString(), fault);
        boolean unreached = fault instanceof ConnectException || fault instanceof HttpConnectTimeoutException;
        silent = unreached || fault instanceof TimeoutException;
        // RFC 9110, 9.2.1: safe methods; and a body of which nothing was taken can't have had an effect
        harmless = unreached || method == HttpMethod.GET || method == HttpMethod.HEAD || !body.none() && !body.begun();
    }

    /** It said nothing at all, so it will hardly answer the next one. */
    boolean silent() {
        return silent;
    }

    /** What was asked can't have taken effect, so another may be asked. */
    boolean harmless() {
        return harmless;
    }
}
