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

/**
 * What a request makes the service say has the request as its cause. It goes on with the W3C trace that it brings, or
 * begins one, which the answer names ({@code X-Trace-Id}), so that a person can quote it. What goes on from here stands
 * in the request's attribute {@code traceparent}.
 */
final class RequestCausationFilter extends OncePerRequestFilter implements Ordered {

    private static final String CAUSATION = RequestCausationFilter.class.getName();
    private static final String TRACE = "traceparent";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final boolean edge;

    /** @param edge strangers come here: what they say of a trace is not believed (W3C Trace Context 1, 4.3 and 6) */
    RequestCausationFilter(boolean edge) {
        this.edge = edge;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Causation causation = causation(request);
        response.setHeader("X-Trace-Id", causation.trace().id());
        Causation before = causation.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            before.enter();
        }
    }

    /** The same for the page that says what went wrong. */
    private Causation causation(HttpServletRequest request) {
        if (request.getAttribute(CAUSATION) instanceof Causation known) {
            return known;
        }
        // anybody may send headers: what isn't of the form is as if it weren't there
        String id = request.getHeader("X-Request-Id");
        Causation causation = Causation.of(
                "request/"
                        + (id != null && ID.matcher(id).matches()
                                ? id
                                : UUID.randomUUID().toString()),
                edge && !request.getRequestURI().startsWith("/internal/") ? null : request.getHeader(TRACE));
        request.setAttribute(CAUSATION, causation);
        request.setAttribute(TRACE, causation.trace().traceparent());
        return causation;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
