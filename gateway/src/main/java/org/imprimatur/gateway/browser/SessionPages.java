package org.imprimatur.gateway.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.imprimatur.gateway.session.Session;
import org.imprimatur.gateway.session.Sessions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one is signed in, to look over and to end. */
@Controller
@RequestMapping("/account/sessions")
class SessionPages {
    private final Sessions sessions;
    private final BrowserSessions browser;
    private final TransactionTemplate transaction;

    SessionPages(Sessions sessions, BrowserSessions browser, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.browser = browser;
        this.transaction = transaction;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(required = false) String done,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "sessions",
                browser.of(person.account(), request).stream().map(Row::of).toList());
        model.addAttribute("done", done != null);
        return "gateway/account-sessions";
    }

    @PostMapping("/{id}/end")
    String end(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
        if (!Boolean.TRUE.equals(transaction.execute(status -> sessions.end(person.account(), id)))) {
            throw new NotYours("session " + id);
        }
        return "redirect:/account/sessions?done";
    }

    @PostMapping("/end-others")
    String endOthers(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        transaction.executeWithoutResult(status -> browser.endOthers(person.account(), request));
        return "redirect:/account/sessions?done";
    }

    record Row(UUID id, BrowserName name, Instant begunAt, Instant seenAt, boolean here) {
        static Row of(Session session) {
            return new Row(
                    session.id(),
                    BrowserName.of(session.browser()),
                    session.begunAt(),
                    session.seenAt(),
                    session.here());
        }
    }
}
