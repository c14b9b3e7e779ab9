package org.imprimatur.web.words;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * The languages whose words are complete. A reader has chosen one, in a cookie; or has one by what their browser asks for
 * (RFC 9110, 12.5.4); or else reads English. A further language is one more entry here, and a bundle beside each other.
 */
public final class Languages {
    /** Where nobody says anything else. */
    public static final Locale ENGLISH = Locale.UK;

    public static final List<Locale> ALL = List.of(ENGLISH, Locale.forLanguageTag("ur-PK"));

    /** The cookie's name; its value is a language subtag of BCP 47, like {@code ur}. */
    public static final String COOKIE = "imprimatur-language";

    private Languages() {}

    /** The one among ours that this tag of BCP 47 means; empty for another language, for none and for null. */
    public static Optional<Locale> known(String tag) {
        return Optional.ofNullable(tag).map(Locale::forLanguageTag).flatMap(Languages::ours);
    }

    /** The one among ours that this tag means, or English. */
    public static Locale of(String tag) {
        return known(tag).orElse(ENGLISH);
    }

    /** The language in which this request is to be answered. */
    public static Locale of(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> asked(request));
    }

    /** The one that was chosen in this browser. */
    public static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : known(cookie.getValue());
    }

    private static Locale asked(HttpServletRequest request) {
        try {
            return Locale.LanguageRange.parse(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                            .orElse(""))
                    .stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> known(range.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException noLanguages) {
            return ENGLISH;
        }
    }

    public static List<Locale> othersThan(Locale locale) {
        return ALL.stream().filter(one -> !one.equals(locale)).toList();
    }

    /** Its own name, in its own script. */
    public static String name(Locale locale) {
        return locale.getDisplayLanguage(locale);
    }

    /** The value of the attribute {@code dir} (HTML Living Standard, 3.2.6.4) for what is written in it. */
    public static String direction(Locale locale) {
        return Character.getDirectionality(name(locale).codePointAt(0)) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                ? "ltr"
                : "rtl";
    }

    private static Optional<Locale> ours(Locale locale) {
        return ALL.stream()
                .filter(one -> one.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}
