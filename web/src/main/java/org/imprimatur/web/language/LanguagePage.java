package org.imprimatur.web.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.words.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes a reader's choice of language, keeps it in their browser and leads back to where they were. It needs no account,
 * no script and no form's token.
 */
@Controller
public class LanguagePage {
    /** Where it is chosen. */
    public static final String PATH = "/language";

    private static final Duration KEPT = Duration.ofDays(365);

    private final KeepingLanguage keeping;

    public LanguagePage(KeepingLanguage keeping) {
        this.keeping = keeping;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String back,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale chosen = Languages.of(language);
        remember(chosen, request, response);
        Optional.ofNullable(person).ifPresent(somebody -> keeping.keep(somebody, chosen));
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, isOurs(back) ? back : "/")
                .build();
    }

    /** Has this browser ask for a language from now on. */
    public static void remember(Locale language, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Languages.COOKIE, language.getLanguage())
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    // an address of another site begins with //, and browsers read \ as /
    private static boolean isOurs(String back) {
        return back.matches("/(?![/\\\\])[\\x21-\\x7e]*");
    }
}
