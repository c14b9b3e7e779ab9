package org.imprimatur.messaging.outbox.kafka;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.imprimatur.messaging.Causation;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a request makes the service say has the request as its cause, and goes on with its W3C trace. */
final class RequestCausationFilter extends OncePerRequestFilter implements Ordered {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** W3C Trace Context 3.2.2. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = matching(request.getHeader("X-Request-Id"), ID);
        Causation before = new Causation(
                        "request/" + (id == null ? UUID.randomUUID().toString() : id),
                        matching(request.getHeader("traceparent"), TRACEPARENT))
                .enter();
        try {
            chain.doFilter(request, response);
        } finally {
            before.enter();
        }
    }

    /** Anybody may send headers: what isn't of the form is as if it weren't there. */
    private static String matching(String value, Pattern pattern) {
        return value != null && pattern.matcher(value).matches() ? value : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
