package org.imprimatur.review.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.imprimatur.web.NavItem;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The way between the pages of a reviewer's account. */
@ControllerAdvice
class ReviewerPages {

    private final MessageSource words;

    ReviewerPages(MessageSource words) {
        this.words = words;
    }

    @ModelAttribute
    void navigation(Model model, HttpServletRequest request, Locale locale) {
        String path = request.getRequestURI();
        if (path.equals("/reviewer") || path.startsWith("/reviewer/")) {
            model.addAttribute(
                    "navigation",
                    List.of(
                            item("reviewer.nav.reviews", "/reviewer", path, locale),
                            item("reviewer.nav.profile", "/reviewer/profile", path, locale),
                            item("reviewer.nav.certificates", "/reviewer/certificates", path, locale)));
            model.addAttribute("journalHref", "/reviewer");
        }
    }

    private NavItem item(String key, String href, String path, Locale locale) {
        boolean here = href.equals("/reviewer") ? path.equals(href) : path.startsWith(href);
        return new NavItem(words.getMessage(key, null, locale), href, here);
    }
}
