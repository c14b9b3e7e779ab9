package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.gateway.accounts.MergingAccounts;
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

/** Making one account of two: first showing that the other is one's own, then looking at it, then the button. */
@Controller
@RequestMapping("/account/merge")
class MergePages {
    private static final String PAGE = "gateway/account-merge";

    private final Accounts accounts;
    private final MergingAccounts merging;
    private final LinkTokens tokens;
    private final MailLimit limit;
    private final Words words;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    MergePages(
            Accounts accounts,
            MergingAccounts merging,
            LinkTokens tokens,
            Attempts attempts,
            Words words,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.merging = merging;
        this.tokens = tokens;
        limit = new MailLimit(attempts);
        this.words = words;
        this.transaction = transaction;
    }

    @ModelAttribute
    void around(Model model) {
        model.addAttribute("roles", words.roles());
    }

    @GetMapping
    String ask(@RequestParam(required = false) String done, Model model) {
        model.addAttribute("form", Form.empty());
        model.addAttribute("done", done != null);
        return PAGE;
    }

    @PostMapping
    Object ask(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        String client = request.getRemoteAddr();
        MergingAccounts.Shown shown = transaction.execute(status -> {
            if (!password.isEmpty()) {
                return merging.showByPassword(
                        person.account(), address, password, client, UUID.randomUUID(), clock.instant());
            }
            return limit.allows(address, client, clock.instant())
                    ? merging.askByMail(person.account(), address, UUID.randomUUID(), clock.instant())
                    : null;
        });
        if (shown == null) {
            return Refusals.respond(model, HttpStatus.TOO_MANY_REQUESTS, words.say("link.too-often"));
        }
        if (shown instanceof MergingAccounts.ByPassword right) {
            return "redirect:/account/merge/confirm?token=" + tokens.token(Purpose.MERGE, right.link());
        }
        if (shown instanceof MergingAccounts.TooOften) {
            return Refusals.respond(model, HttpStatus.TOO_MANY_REQUESTS, words.say("sign-in.too-often"));
        }
        if (shown instanceof MergingAccounts.Flawed flawed) {
            return words.with(flawed.flaws(), Form.empty().with("address", address))
                    .refused(PAGE, model.asMap());
        }
        model.addAttribute("address", address.strip());
        return "gateway/sent";
    }

    @GetMapping("/confirm")
    Object offer(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String token, Model model) {
        Optional<Account> offered =
                tokens.id(Purpose.MERGE, token).flatMap(id -> merging.offered(person.account(), id, clock.instant()));
        if (offered.isEmpty()) {
            return over(model);
        }
        Account own = accounts.byId(person.account()).orElseThrow(() -> new NotYours("an account that is gone"));
        model.addAttribute("token", token);
        model.addAttribute("own", own);
        model.addAttribute("other", offered.get());
        model.addAttribute("addresses", accounts.addresses(offered.get().id()));
        model.addAttribute("orcid", accounts.orcid(offered.get().id()).orElse(null));
        model.addAttribute("ownOrcid", accounts.orcid(own.id()).orElse(null));
        return "gateway/account-merge-confirm";
    }

    @PostMapping("/confirm")
    Object merge(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String token, Model model) {
        boolean merged = tokens.id(Purpose.MERGE, token)
                .filter(id -> Boolean.TRUE.equals(
                        transaction.execute(status -> merging.merge(person.account(), id, clock.instant()))))
                .isPresent();
        return merged ? "redirect:/account/merge?done" : over(model);
    }

    private Object over(Model model) {
        return Refusals.respond(model, HttpStatus.GONE, words.say("link.over-or-other"));
    }
}
