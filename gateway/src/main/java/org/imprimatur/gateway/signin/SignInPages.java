package org.imprimatur.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.imprimatur.gateway.accounts.SigningIn;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {
    private final SigningIn signingIn;
    private final SignInPage page;
    private final BrowserSessions browser;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    SignInPages(SigningIn signingIn, SignInPage page, BrowserSessions browser, TransactionTemplate transaction) {
        this.signingIn = signingIn;
        this.page = page;
        this.browser = browser;
        this.transaction = transaction;
    }

    @GetMapping("/sign-in")
    Object signIn(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String next) {
        return person == null ? page.blank(next) : "redirect:" + Next.safe(next).orElse("/account");
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var result = transaction.execute(
                status -> signingIn.signIn(address, password, request.getRemoteAddr(), clock.instant()));
        if (result instanceof SigningIn.SignedIn known) {
            browser.begin(known.account().id(), request, response);
            return "redirect:" + Next.or(next, known.account());
        }
        Form typed = page.form(next).with("address", address);
        return result instanceof SigningIn.TooOften
                ? page.again(HttpStatus.TOO_MANY_REQUESTS, typed, "", "sign-in.too-often")
                : page.again(HttpStatus.UNPROCESSABLE_CONTENT, typed, "address", "sign-in.refused");
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        browser.end(request, response);
        return "redirect:/";
    }
}
