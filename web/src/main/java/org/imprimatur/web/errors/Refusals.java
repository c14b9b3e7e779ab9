package org.imprimatur.web.errors;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refusal with a page that says the reason and a status that machines understand. */
public final class Refusals {
    private Refusals() {}

    /**
     * The error page with this reason in its place "what happened".
     *
     * @param status 403, 404, 409, 410, 422 or 429
     * @throws IllegalArgumentException when the status is not a refusal (4xx)
     */
    public static ModelAndView respond(Model model, HttpStatus status, String reason) {
        if (!status.is4xxClientError()) {
            throw new IllegalArgumentException(status + " is no refusal");
        }
        var page = new ModelAndView("web/error", model.asMap());
        page.setStatus(status);
        page.addObject("trouble", Trouble.of(status.value(), reason));
        return page;
    }
}
