package org.imprimatur.web;

import static jakarta.servlet.RequestDispatcher.ERROR_QUERY_STRING;
import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.words.Languages;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page knows without its controller's help: {@code person}, {@code banner}, {@code path}; {@code unread}, how
 * many notices the person has not read, where the gateway said so; and, where a page can be fetched again,
 * {@code otherLanguages} to read it in, and {@code here}, its address with its query.
 */
@ControllerAdvice
public class PageFacts {
    /** The header in which the gateway says how many notices are unread. */
    public static final String UNREAD_HEADER = "X-Imprimatur-Unread";

    /** The name under which pages know it; without it they show no bell. */
    public static final String UNREAD = "unread";

    private final String banner;

    public PageFacts(String banner) {
        this.banner = banner;
    }

    /** The facts of this request; {@code person} and {@code banner} only where there is one. */
    @ModelAttribute
    public void facts(org.springframework.ui.Model model, HttpServletRequest request) {
        model.addAllAttributes(of(request));
    }

    public Map<String, Object> of(HttpServletRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("path", request.getRequestURI());
        if (!banner.isBlank()) {
            facts.put("banner", banner);
        }
        // what was sent can't be fetched again in another language
        if (Set.of("GET", "HEAD").contains(request.getMethod())) {
            facts.put("here", here(request));
            facts.put("otherLanguages", Languages.othersThan(Languages.of(request)));
        }
        String unread = request.getHeader(UNREAD_HEADER);
        if (unread != null && unread.matches("[0-9]{1,4}")) {
            facts.put(UNREAD, Integer.parseInt(unread));
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            facts.put("person", person);
        }
        return facts;
    }

    // as it was asked for: an error's page has an address of its own
    private static String here(HttpServletRequest request) {
        Object failed = request.getAttribute(ERROR_REQUEST_URI);
        Object query = failed == null ? request.getQueryString() : request.getAttribute(ERROR_QUERY_STRING);
        return (failed == null ? request.getRequestURI() : failed) + (query == null ? "" : "?" + query);
    }
}
