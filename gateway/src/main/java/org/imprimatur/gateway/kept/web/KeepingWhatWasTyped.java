package org.imprimatur.gateway.kept.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.kept.KeepingForms;
import org.imprimatur.web.acting.Recognising;
import org.imprimatur.web.acting.WebSecurity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a form that somebody sends to a service when their session has ended in the meantime, and has them sign in. Only
 * for pages that nobody may use without signing in; only forms of our own pages, which the form's token shows; and only
 * where the browser knows whose session it was. Files aren't kept.
 */
final class KeepingWhatWasTyped extends OncePerRequestFilter {
    private static final List<String> FOR_PEOPLE = List.of("/author/", "/editor/", "/production/", "/reviewer/");
    private static final String TOKEN = "_csrf=";
    private static final String KEPT = "/sign-in?next=/account/kept";

    private final Recognising recognising;
    private final BrowserSessions browser;
    private final KeepingForms keeping;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    KeepingWhatWasTyped(
            Recognising recognising, BrowserSessions browser, KeepingForms keeping, TransactionTemplate transaction) {
        this.recognising = recognising;
        this.browser = browser;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> account = isForm(request) ? browser.formerly(request) : Optional.empty();
        if (account.isEmpty() || recognising.person(request).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        // the length was said, and is no more than we keep
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (isOurs(request, body)) {
            String fields = Arrays.stream(body.split("&"))
                    .filter(pair -> !pair.startsWith(TOKEN))
                    .collect(Collectors.joining("&"));
            String key = KeptCookies.give(request, response);
            transaction.executeWithoutResult(status ->
                    keeping.keep(key, account.get(), target(request), page(request), fields, clock.instant()));
            toSignIn(request, response, KEPT);
        } else {
            toSignIn(request, response, "/sign-in");
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return request.getMethod().equals("POST")
                && FOR_PEOPLE.stream().anyMatch(request.getRequestURI()::startsWith)
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && length > 0
                && length <= KeepingForms.LONGEST;
    }

    private static boolean isOurs(HttpServletRequest request, String body) {
        CsrfToken known = WebSecurity.csrfTokens().loadToken(request);
        if (known == null) {
            return false;
        }
        String sent = Optional.ofNullable(request.getHeader(known.getHeaderName()))
                .or(() -> Arrays.stream(body.split("&"))
                        .filter(pair -> pair.startsWith(TOKEN))
                        .map(pair -> URLDecoder.decode(pair.substring(TOKEN.length()), StandardCharsets.UTF_8))
                        .findFirst())
                .orElse("");
        CsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();
        String token = masked.resolveCsrfTokenValue(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getHeader(String name) {
                        return name.equals(known.getHeaderName()) ? sent : super.getHeader(name);
                    }
                },
                known);
        return known.getToken().equals(token);
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Optional<String> page(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("HX-Current-URL"))
                    .map(URI::create)
                    .map(URI::getRawPath)
                    .filter(path -> path.startsWith("/") && !path.startsWith("//"));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, String where) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", where);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, where);
        }
    }
}
