package org.imprimatur.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.notices.ReadingNotices;
import org.imprimatur.web.PageFacts;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Recognising;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What changes on the way to a service and back. Onwards: whatever the sender claims about who they are or whence they
 * come is dropped, the session's cookie stays here, and the person's assertion and the trace that was begun here are
 * added, and for a page how many notices they have not read. Back: a redirect names no service.
 */
final class Onward {
    private static final String OURS = "x-imprimatur-";
    /** The header's name (W3C Trace Context 3.2), under which the request has what goes on as an attribute too. */
    private static final String TRACE = "traceparent";

    private static final String FORWARDED = "x-forwarded-";

    private final Recognising recognising;
    private final Assertions assertions;
    private final ReadingNotices notices;

    Onward(Recognising recognising, Assertions assertions, ReadingNotices notices) {
        this.recognising = recognising;
        this.assertions = assertions;
        this.notices = notices;
    }

    ServerRequest request(ServerRequest request) {
        HttpServletRequest asked = request.servletRequest();
        return ServerRequest.from(request)
                .headers(headers -> {
                    List.copyOf(headers.headerNames()).stream()
                            .filter(Onward::isClaim)
                            .forEach(headers::remove);
                    withoutSession(headers);
                    // the trace begins here: what a stranger says of theirs is dropped whole
                    headers.remove("tracestate");
                    headers.set(TRACE, (String) asked.getAttribute(TRACE));
                    headers.set("X-Forwarded-For", asked.getRemoteAddr());
                    headers.set("X-Forwarded-Proto", asked.getScheme());
                    headers.set("X-Forwarded-Host", asked.getServerName());
                    headers.set("X-Forwarded-Port", Integer.toString(asked.getServerPort()));
                    recognising.person(asked).ifPresent(person -> {
                        headers.set(Assertions.PERSON_HEADER, assertions.forPerson(person));
                        if (wantsPage(asked)) {
                            headers.set(PageFacts.UNREAD_HEADER, Integer.toString(notices.unread(person.account())));
                        }
                    });
                })
                .build();
    }

    private static boolean wantsPage(HttpServletRequest asked) {
        String accept = asked.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && asked.getHeader("HX-Request") == null;
    }

    private static boolean isClaim(String header) {
        String name = header.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.startsWith(OURS) || name.startsWith(FORWARDED) || name.equals("forwarded");
    }

    private static void withoutSession(HttpHeaders headers) {
        List<String> cookies = headers.getOrEmpty(HttpHeaders.COOKIE);
        headers.remove(HttpHeaders.COOKIE);
        String kept = cookies.stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !BrowserSessions.isOurs(cookie))
                .collect(Collectors.joining("; "));
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, kept);
        }
    }

    ServerResponse response(URI base, ServerResponse response) {
        String location = response.headers().getFirst(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(base + "/")) {
            response.headers()
                    .set(
                            HttpHeaders.LOCATION,
                            location.substring(base.toString().length()));
        }
        // ours says the same
        response.headers().remove("X-Trace-Id");
        return response;
    }
}
