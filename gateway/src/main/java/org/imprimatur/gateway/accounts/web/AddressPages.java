package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.accounts.KeepingAddresses;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses of one's own account. A new one is confirmed by a link in a mail; opening it changes nothing. */
@Controller
@RequestMapping("/account/addresses")
class AddressPages {
    private static final String PAGE = "gateway/account-addresses";
    private static final String HERE = "/account/addresses";

    private final Accounts accounts;
    private final KeepingAddresses keeping;
    private final LinkTokens tokens;
    private final MailLimit limit;
    private final Words words;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    AddressPages(
            Accounts accounts,
            KeepingAddresses keeping,
            LinkTokens tokens,
            Attempts attempts,
            Words words,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.tokens = tokens;
        limit = new MailLimit(attempts);
        this.words = words;
        this.transaction = transaction;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String done, Model model) {
        show(person, model);
        model.addAttribute("form", Form.empty());
        model.addAttribute("done", done != null);
        return PAGE;
    }

    @PostMapping
    Object ask(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String address,
            HttpServletRequest request,
            Model model) {
        Optional<List<Flaw>> flaws = Optional.ofNullable(
                transaction.execute(status -> limit.allows(address, request.getRemoteAddr(), clock.instant())
                        ? keeping.ask(person.account(), address, UUID.randomUUID(), clock.instant())
                        : null));
        if (flaws.isEmpty()) {
            return Refusals.respond(model, HttpStatus.TOO_MANY_REQUESTS, words.say("link.too-often"));
        }
        if (!flaws.get().isEmpty()) {
            show(person, model);
            return words.with(flaws.get(), Form.empty().with("address", address))
                    .refused(PAGE, model.asMap());
        }
        model.addAttribute("address", address.strip());
        return "gateway/sent";
    }

    @GetMapping("/confirm")
    Object confirmation(
            @AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String token, Model model) {
        Optional<String> asked =
                tokens.id(Purpose.ADDRESS, token).flatMap(id -> keeping.asked(person.account(), id, clock.instant()));
        if (asked.isEmpty()) {
            return over(model);
        }
        model.addAttribute("token", token);
        model.addAttribute("address", asked.get());
        return "gateway/address-confirm";
    }

    @PostMapping("/confirm")
    Object confirm(
            @AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String token, Model model) {
        Optional<KeepingAddresses.Result> result = tokens.id(Purpose.ADDRESS, token)
                .map(id -> transaction.execute(status -> keeping.confirm(person.account(), id, clock.instant())));
        return switch (result.orElse(KeepingAddresses.Result.LINK_OVER)) {
            case DONE -> "redirect:" + HERE + "?done";
            case TAKEN -> Refusals.respond(model, HttpStatus.CONFLICT, words.say("address.taken"));
            default -> over(model);
        };
    }

    @PostMapping("/main")
    String makeMain(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String address) {
        var result = transaction.execute(status -> keeping.makeMain(person.account(), address));
        if (result == KeepingAddresses.Result.NOT_YOURS) {
            throw new NotYours("an address");
        }
        return "redirect:" + HERE + "?done";
    }

    @PostMapping("/remove")
    Object remove(
            @AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String address, Model model) {
        var result = transaction.execute(status -> keeping.remove(person.account(), address));
        return result == KeepingAddresses.Result.IS_MAIN
                ? Refusals.respond(model, HttpStatus.CONFLICT, words.say("address.is-main"))
                : "redirect:" + HERE + "?done";
    }

    private void show(SignedIn person, Model model) {
        model.addAttribute("addresses", accounts.addresses(person.account()));
    }

    private Object over(Model model) {
        return Refusals.respond(model, HttpStatus.GONE, words.say("link.over-or-other"));
    }
}
