package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Application;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.accounts.KeepingOnesAccount;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.browser.Seals;
import org.imprimatur.gateway.orcid.ShownOrcid;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making an account and choosing a new password, both by a link in a mail. Opening a link changes nothing. */
@Controller
class SignUpPages {
    private static final String SIGN_UP = "gateway/sign-up";
    private static final String CHOOSE = "gateway/password";
    private static final String SENT = "gateway/sent";

    private final SendingLinks links;
    private final LinkTokens tokens;
    private final KeepingOnesAccount keeping;
    private final BrowserSessions browser;
    private final Words words;
    private final TransactionTemplate transaction;
    private final MailLimit limit;
    private final Seals seals;
    private final Clock clock = Clock.systemUTC();

    SignUpPages(
            SendingLinks links,
            LinkTokens tokens,
            KeepingOnesAccount keeping,
            BrowserSessions browser,
            Words words,
            TransactionTemplate transaction,
            Attempts attempts,
            Seals seals) {
        this.links = links;
        this.tokens = tokens;
        this.keeping = keeping;
        this.browser = browser;
        this.words = words;
        this.transaction = transaction;
        limit = new MailLimit(attempts);
        this.seals = seals;
    }

    /** @param address one that is proposed, by a page that knows it from a mail; it proves nothing */
    @GetMapping("/sign-up")
    String signUp(@RequestParam(required = false) String address, Model model) {
        model.addAttribute("form", Form.empty().with("address", address));
        return SIGN_UP;
    }

    /** @param shown an ORCID iD that was shown to be theirs, sealed: who has one may do without a password */
    @PostMapping("/sign-up")
    Object signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String affiliation,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String shown,
            HttpServletRequest request,
            Model model) {
        Optional<ShownOrcid> orcid =
                seals.open(ShownOrcid.PURPOSE, shown).map(ShownOrcid::of).filter(one -> one.isFresh(clock.instant()));
        if (orcid.isEmpty() && !shown.isEmpty()) {
            return Refusals.respond(model, HttpStatus.GONE, words.say("orcid.over"));
        }
        var application = new Application(name, address, affiliation, orcid.isPresent() ? null : password);
        List<Flaw> flaws = links.flaws(application);
        if (!flaws.isEmpty()) {
            Form form = Form.empty()
                    .with("name", name)
                    .with("address", address)
                    .with("affiliation", affiliation)
                    .with("shown", shown);
            orcid.ifPresent(one -> model.addAttribute("orcid", one.id().toString()));
            return words.with(flaws, form).refused(SIGN_UP, model.asMap());
        }
        Optional<String> id = orcid.map(one -> one.id().toString());
        return sendOnce(
                application.address(), request, model, link -> links.register(link, application, id, clock.instant()));
    }

    @GetMapping("/sign-up/confirm")
    Object confirmation(@RequestParam(defaultValue = "") String token, Model model) {
        var asked = tokens.id(Purpose.REGISTRATION, token).flatMap(id -> links.registration(id, clock.instant()));
        if (asked.isEmpty()) {
            return over(model);
        }
        model.addAttribute("token", token);
        model.addAttribute("asked", asked.get().application());
        model.addAttribute("orcid", asked.get().orcid().orElse(null));
        return "gateway/confirm";
    }

    @PostMapping("/sign-up/confirm")
    Object confirm(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<OpeningAccounts.Result> result = tokens.id(Purpose.REGISTRATION, token)
                .flatMap(id -> transaction.execute(
                        status -> links.confirm(id, UUID.randomUUID().toString(), clock.instant())));
        if (result.isEmpty()) {
            return over(model);
        }
        if (result.get() instanceof OpeningAccounts.Opened opened) {
            browser.beginAlone(opened.account().id(), request, response);
            return "redirect:/account";
        }
        // the link was used before: the account is there, and the password says who may use it
        return "redirect:/sign-in";
    }

    @GetMapping("/password/forgotten")
    String forgotten(Model model) {
        model.addAttribute("form", Form.empty());
        return "gateway/forgotten";
    }

    @PostMapping("/password/forgotten")
    Object forgotten(@RequestParam(defaultValue = "") String address, HttpServletRequest request, Model model) {
        return sendOnce(address, request, model, id -> links.forgotten(id, address, clock.instant()));
    }

    @GetMapping("/password/choose")
    Object choose(@RequestParam(defaultValue = "") String token, Model model) {
        if (accountOf(token).isEmpty()) {
            return over(model);
        }
        model.addAttribute("form", Form.empty().with("token", token));
        return CHOOSE;
    }

    @PostMapping("/password/choose")
    Object choose(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> account = accountOf(token);
        if (account.isEmpty()) {
            return over(model);
        }
        List<Flaw> flaws = transaction.execute(status -> {
            List<Flaw> found = keeping.choosePassword(account.get(), password, UUID.randomUUID());
            if (found.isEmpty()) {
                links.used(account.get());
            }
            return found;
        });
        if (!flaws.isEmpty()) {
            return words.with(flaws, Form.empty().with("token", token)).refused(CHOOSE, model.asMap());
        }
        browser.beginAlone(account.get(), request, response);
        return "redirect:/account?done";
    }

    private Optional<String> accountOf(String token) {
        return tokens.id(Purpose.PASSWORD, token).flatMap(id -> links.accountOf(id, clock.instant()));
    }

    private Object sendOnce(
            String address, HttpServletRequest request, Model model, java.util.function.Consumer<UUID> send) {
        boolean allowed = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!limit.allows(address, request.getRemoteAddr(), clock.instant())) {
                return false;
            }
            send.accept(UUID.randomUUID());
            return true;
        }));
        if (!allowed) {
            return Refusals.respond(model, HttpStatus.TOO_MANY_REQUESTS, words.say("link.too-often"));
        }
        model.addAttribute("address", address);
        return SENT;
    }

    private Object over(Model model) {
        return Refusals.respond(model, HttpStatus.GONE, words.say("link.over"));
    }
}
