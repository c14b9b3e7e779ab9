package org.imprimatur.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.imprimatur.web.PageFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One place that answers for every fault: a page for people, problem+json (RFC 9457) for programs. Faults of ours are
 * logged with the reference the page shows; what went wrong inside is never shown.
 */
@Controller
@ControllerAdvice
public class ErrorPages {
    /** Request attribute under which a filter names the words that fit better than its status alone. */
    public static final String WORDS = ErrorPages.class.getName() + ".words";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource words;
    private final PageFacts facts;
    private final Clock clock;

    public ErrorPages(MessageSource words, PageFacts facts, Clock clock) {
        this.words = words;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a handler threw. Refusals of Spring Security go on to its filter. */
    @ExceptionHandler
    Object thrown(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault;
        }
        if (fault instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return null; // the reader has gone
        }
        if (fault instanceof NotYours) {
            return answer(404, null, request);
        }
        if (fault instanceof ErrorResponse refusal) {
            HttpHeaders headers = refusal.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answer(refusal.getStatusCode().value(), fault, request);
        }
        if (fault instanceof TypeMismatchException) {
            return answer(400, fault, request); // a word in the address that is no number, or none of ours
        }
        return answer(500, fault, request);
    }

    /** What a filter or the container answered with an error status. */
    @RequestMapping("${server.error.path:/error}")
    Object dispatched(HttpServletRequest request) {
        int status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .orElse(404);
        return answer(status, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), request);
    }

    private Object answer(int status, Throwable fault, HttpServletRequest request) {
        Trouble trouble = request.getAttribute(WORDS) instanceof String words
                ? Trouble.of(status, words, null)
                : Trouble.of(status, null);
        if (status >= 500) {
            LOG.error("{} {} failed, reference {}", request.getMethod(), pattern(request), trouble.reference(), fault);
        }
        if (wantsProblem(request)) {
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setTitle(say(trouble.words() + ".title"));
            problem.setDetail(say(trouble.words() + ".happened"));
            problem.setInstance(
                    URI.create("urn:reference:" + trouble.reference().replace(" ", "")));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return Refusals.page(facts.of(request), HttpStatusCode.valueOf(status), trouble)
                .addObject("now", clock.instant());
    }

    private String say(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return path(request).startsWith("/internal/") || accept.contains("json") && !accept.contains("text/html");
    }

    // an address may hold a secret, as a reviewer's link does: the log names the handler's pattern instead
    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "a request without a handler" : pattern;
    }

    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
