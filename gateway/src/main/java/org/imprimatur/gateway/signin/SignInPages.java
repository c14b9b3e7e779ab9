package org.imprimatur.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.gateway.accounts.SigningIn;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInPages {
    private static final String PAGE = "gateway/sign-in";

    private final SigningIn signingIn;
    private final BrowserSessions browser;
    private final TransactionTemplate transaction;
    private final MessageSource words;
    private final Clock clock = Clock.systemUTC();

    SignInPages(SigningIn signingIn, BrowserSessions browser, TransactionTemplate transaction, MessageSource words) {
        this.signingIn = signingIn;
        this.browser = browser;
        this.transaction = transaction;
        this.words = words;
    }

    @GetMapping("/sign-in")
    String signIn(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String next, Model model) {
        if (person != null) {
            return "redirect:" + Next.safe(next).orElse("/account");
        }
        model.addAttribute("form", Form.empty().with("next", Next.safe(next).orElse("")));
        model.addAttribute("asked", Next.safe(next).isPresent());
        return PAGE;
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
        Form again = Form.empty()
                .with("address", address)
                .with("next", Next.safe(next).orElse(""));
        if (result instanceof SigningIn.SignedIn known) {
            browser.begin(known.account().id(), request, response);
            return "redirect:" + Next.safe(next).orElse(home(known.account()));
        }
        if (result instanceof SigningIn.TooOften) {
            ModelAndView wait = again.error("", say("sign-in.too-often")).refused(PAGE, Map.of());
            wait.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return wait;
        }
        return again.error("address", say("sign-in.refused")).refused(PAGE, Map.of());
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        browser.end(request, response);
        return "redirect:/";
    }

    private static String home(Account account) {
        if (account.grants().isEmpty()) {
            return "/author";
        }
        boolean edits = account.grants().stream()
                .anyMatch(grant -> grant.role() != Role.ADMINISTRATOR && grant.role() != Role.PRODUCTION_EDITOR);
        boolean produces = account.grants().stream().anyMatch(grant -> grant.role() == Role.PRODUCTION_EDITOR);
        return edits ? "/editor" : produces ? "/production" : "/admin/accounts";
    }

    private String say(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
