package org.imprimatur.gateway.browser;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.gateway.session.Session;
import org.imprimatur.gateway.session.Sessions;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.language.LanguagePage;
import org.imprimatur.web.words.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The browser's side of a session: a cookie that scripts can't read and other sites don't send. */
@Component
public class BrowserSessions {
    /** The cookie's name; it never goes on to a service. */
    public static final String NAME = "imprimatur-session";

    private static final String FORMER = "imprimatur-former";
    private static final String FORMER_PURPOSE = "whose session it was";
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_NAME = 300;

    private final Sessions sessions;
    private final Seals seals;
    private final PreferredLanguages languages;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    BrowserSessions(Sessions sessions, Seals seals, PreferredLanguages languages) {
        this.sessions = sessions;
        this.seals = seals;
        this.languages = languages;
    }

    /** Whether a cookie ({@code name=value}) is the gateway's own, which never goes on to a service. */
    public static boolean isOurs(String cookie) {
        return cookie.startsWith(NAME + "=") || cookie.startsWith(FORMER + "=");
    }

    /** The account whose session the request belongs to. */
    public Optional<String> account(HttpServletRequest request) {
        return token(request).flatMap(token -> sessions.account(token, clock.instant()));
    }

    /** Whose session this browser had last, when it did not end by signing out here. It opens nothing. */
    public Optional<String> formerly(HttpServletRequest request) {
        return cookie(request, FORMER).flatMap(brought -> seals.open(FORMER_PURPOSE, brought));
    }

    /**
     * Begins a new session, and ends the one the request came with, so that nobody rides on a token laid before. The
     * browser goes on in the account's language, or the account takes the browser's where it has none.
     */
    public void begin(String account, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::end);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.begin(token, account, browser(request), clock.instant());
        set(NAME, response, token, Sessions.LONGEST, request.isSecure());
        set(FORMER, response, seals.seal(FORMER_PURPOSE, account), Sessions.LONGEST, request.isSecure());
        WebSecurity.csrfTokens().saveToken(null, request, response);
        languages
                .of(account)
                .ifPresentOrElse(
                        language -> LanguagePage.remember(language, request, response),
                        () -> languages.keep(account, Languages.of(request)));
    }

    /** The same, and ends all other sessions of the account, as when its password changed. */
    public void beginAlone(String account, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAllOf(account);
        begin(account, request, response);
    }

    /** Where this account is signed in, seen from this request. */
    List<Session> of(String account, HttpServletRequest request) {
        return sessions.of(account, token(request).orElse(""), clock.instant());
    }

    /** Ends all sessions of the account but the request's. */
    void endOthers(String account, HttpServletRequest request) {
        sessions.endOthers(account, token(request).orElse(""));
    }

    private static String browser(HttpServletRequest request) {
        String said =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return said.length() > LONGEST_NAME ? said.substring(0, LONGEST_NAME) : said;
    }

    /** Ends the request's session; having none is fine. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::end);
        set(NAME, response, "", Duration.ZERO, request.isSecure());
        set(FORMER, response, "", Duration.ZERO, request.isSecure());
        WebSecurity.csrfTokens().saveToken(null, request, response);
    }

    private static void set(String name, HttpServletResponse response, String token, Duration age, boolean secure) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, token)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(secure)
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private static Optional<String> token(HttpServletRequest request) {
        return cookie(request, NAME);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty())
                .findFirst();
    }
}
