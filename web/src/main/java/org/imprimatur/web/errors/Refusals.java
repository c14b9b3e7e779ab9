package org.imprimatur.web.errors;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refusal with a page that says the reason and a status that machines understand. */
public final class Refusals {
    private Refusals() {}

    /**
     * The error page with this reason in its place "what happened". A request of htmx gets it as a notice above the page,
     * which stays as it is.
     *
     * @param status 403, 404, 409, 410, 422 or 429
     * @throws IllegalArgumentException when the status is not a refusal (4xx)
     */
    public static ModelAndView respond(Model model, HttpStatus status, String reason) {
        if (!status.is4xxClientError()) {
            throw new IllegalArgumentException(status + " is no refusal");
        }
        return page(model.asMap(), status, Trouble.of(status.value(), reason));
    }

    static ModelAndView page(Map<String, Object> facts, HttpStatusCode status, Trouble trouble) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        boolean notice = attributes.getRequest().getHeader("HX-Request") != null;
        if (notice) {
            attributes.getResponse().setHeader("HX-Retarget", "#trouble");
            attributes.getResponse().setHeader("HX-Reswap", "innerHTML");
        }
        var page = new ModelAndView(notice ? "web/trouble" : "web/error", facts);
        page.setStatus(status);
        page.addObject("trouble", trouble);
        // whoever traces requests names theirs in the answer
        page.addObject("trace", attributes.getResponse().getHeader("X-Trace-Id"));
        return page;
    }
}
