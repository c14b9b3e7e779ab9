package org.imprimatur.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page knows without its controller's help: {@code person}, {@code banner}, {@code path}, and {@code unread},
 * how many notices the person has not read, where the gateway said so.
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
}
