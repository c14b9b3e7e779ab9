package org.imprimatur.gateway.kept.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.imprimatur.gateway.kept.KeepingForms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browser's key to what it typed: a cookie that scripts can't read and other sites don't send. */
final class KeptCookies {
    private static final String NAME = "imprimatur-kept";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeptCookies() {}

    static Optional<String> key(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /** A new key for this browser. */
    static String give(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, key)
                        .path("/account/kept")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(KeepingForms.FOR)
                        .build()
                        .toString());
        return key;
    }
}
