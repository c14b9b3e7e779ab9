package org.imprimatur.web.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriUtils;

/** Sends a person who must sign in to the page where they can, and back afterwards; other callers get 401. */
final class AskingToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn(currentPage(request)));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (request.getRequestURI().startsWith("/internal/") || wantsJson(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(request.getMethod().equals("GET") ? page(request) : null));
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE) && !accept.contains("text/html");
    }

    private static String signIn(String next) {
        return next == null ? "/sign-in" : "/sign-in?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }

    private static String page(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String currentPage(HttpServletRequest request) {
        String url = request.getHeader("HX-Current-URL");
        if (url == null) {
            return null;
        }
        try {
            URI uri = URI.create(url);
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
