package org.imprimatur.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.Recognising;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.stereotype.Component;

/** Knows the person by the session, with the roles they hold at this moment. */
@Component
class RecognisingBySession implements Recognising {
    private static final String KNOWN = RecognisingBySession.class.getName();

    private final BrowserSessions browser;
    private final Accounts accounts;

    RecognisingBySession(BrowserSessions browser, Accounts accounts) {
        this.browser = browser;
        this.accounts = accounts;
    }

    @Override
    public Optional<SignedIn> person(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/web/")) {
            return Optional.empty(); // style and script are the same for everybody
        }
        if (request.getAttribute(KNOWN) instanceof Asked asked) {
            return asked.person();
        }
        Optional<SignedIn> person =
                browser.account(request).flatMap(accounts::byId).map(RecognisingBySession::person);
        request.setAttribute(KNOWN, new Asked(person));
        return person;
    }

    private static SignedIn person(Account account) {
        return new SignedIn(
                account.id(),
                account.name(),
                account.grants().stream()
                        .map(grant -> new Held(grant.journal(), grant.role().word()))
                        .collect(Collectors.toSet()));
    }

    private record Asked(Optional<SignedIn> person) {}
}
