package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.accounts.KeepingOnesAccount;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own account. */
@Controller
@RequestMapping("/account")
class AccountPages {
    private static final String PAGE = "gateway/account";

    private final Accounts accounts;
    private final KeepingOnesAccount keeping;
    private final Words words;
    private final TransactionTemplate transaction;
    private final BrowserSessions browser;
    private final SendingLinks links;
    private final MailLimit limit;
    private final Clock clock = Clock.systemUTC();

    AccountPages(
            Accounts accounts,
            KeepingOnesAccount keeping,
            Words words,
            TransactionTemplate transaction,
            BrowserSessions browser,
            SendingLinks links,
            Attempts attempts) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.words = words;
        this.transaction = transaction;
        this.browser = browser;
        this.links = links;
        limit = new MailLimit(attempts);
    }

    @ModelAttribute
    void around(Model model) {
        model.addAttribute("roles", words.roles());
    }

    @GetMapping
    String account(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String done, Model model) {
        Account account = show(person, model);
        model.addAttribute("form", asKept(account));
        model.addAttribute("passwordForm", Form.empty());
        model.addAttribute("done", done != null);
        return PAGE;
    }

    @PostMapping
    Object rename(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String affiliation,
            Model model) {
        List<Flaw> flaws = transaction.execute(status -> keeping.rename(person.account(), name, affiliation));
        if (flaws.isEmpty()) {
            return "redirect:/account?done";
        }
        show(person, model);
        model.addAttribute("passwordForm", Form.empty());
        return words.with(flaws, Form.empty().with("name", name).with("affiliation", affiliation))
                .refused(PAGE, model.asMap());
    }

    @PostMapping("/password")
    Object changePassword(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Flaw> flaws = transaction.execute(
                status -> keeping.changePassword(person.account(), present, wanted, UUID.randomUUID()));
        if (flaws.isEmpty()) {
            browser.beginAlone(person.account(), request, response);
            return "redirect:/account?done";
        }
        Account account = show(person, model);
        Form refused = words.with(flaws, Form.empty());
        model.addAttribute("passwordForm", refused);
        var page = refused.refused(PAGE, model.asMap());
        page.addObject("form", asKept(account));
        return page;
    }

    /** Somebody without a password, or without the present one, chooses one by a link in a mail. */
    @PostMapping("/password/mail")
    Object mailPasswordLink(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
        Account account = show(person, model);
        boolean allowed = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!limit.allows(account.address(), request.getRemoteAddr(), clock.instant())) {
                return false;
            }
            links.forgotten(UUID.randomUUID(), account.address(), clock.instant());
            return true;
        }));
        if (!allowed) {
            return Refusals.respond(model, HttpStatus.TOO_MANY_REQUESTS, words.say("link.too-often"));
        }
        model.addAttribute("address", account.address());
        return "gateway/sent";
    }

    private Account show(SignedIn person, Model model) {
        Account account = accounts.byId(person.account()).orElseThrow(() -> new NotYours("an account that is gone"));
        model.addAttribute("account", account);
        model.addAttribute("hasPassword", accounts.passwordHash(account.id()).isPresent());
        return account;
    }

    private static Form asKept(Account account) {
        return Form.empty()
                .with("name", account.name())
                .with("affiliation", account.affiliation().orElse(""));
    }
}
