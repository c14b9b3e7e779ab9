package org.imprimatur.gateway.accounts.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Application;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.GrantingRoles;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.accounts.RevokingRoles;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.Page;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Accounts and roles, for administrators. Everybody else finds nothing here. */
@Controller
@RequestMapping("/admin")
class AdminPages {
    private static final int PAGE = 20;
    private static final String LIST = "/admin/accounts";

    private final Accounts accounts;
    private final OpeningAccounts opening;
    private final GrantingRoles granting;
    private final RevokingRoles revoking;
    private final SendingLinks links;
    private final Words words;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    AdminPages(
            Accounts accounts,
            OpeningAccounts opening,
            GrantingRoles granting,
            RevokingRoles revoking,
            SendingLinks links,
            Words words,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.opening = opening;
        this.granting = granting;
        this.revoking = revoking;
        this.links = links;
        this.words = words;
        this.transaction = transaction;
    }

    @ModelAttribute
    void around(@AuthenticationPrincipal SignedIn person, Model model) {
        List<NavItem> navigation = new ArrayList<>(List.of(
                new NavItem(words.say("admin.accounts"), LIST, true),
                new NavItem(words.say("admin.journals"), "/production/journals", false)));
        if (person != null && Acting.person(person).administers(Grant.HOUSE)) {
            navigation.add(new NavItem(words.say("operations.title"), "/admin/operations", false));
        }
        model.addAttribute("navigation", navigation);
        model.addAttribute("roles", words.roles());
    }

    @GetMapping
    String start(@AuthenticationPrincipal SignedIn person) {
        Acting.administrator(person);
        return "redirect:" + LIST;
    }

    @GetMapping("/accounts")
    String list(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Acting.administrator(person);
        String url = UriComponentsBuilder.fromPath(LIST)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        var place = new Page(page, PAGE, accounts.count(q), url);
        model.addAttribute("q", q);
        model.addAttribute("place", place);
        model.addAttribute("accounts", accounts.search(q, place.offset(), PAGE));
        return "gateway/accounts";
    }

    @GetMapping("/accounts/new")
    String blank(@AuthenticationPrincipal SignedIn person, Model model) {
        Acting.administrator(person);
        model.addAttribute("form", Form.empty());
        return "gateway/account-new";
    }

    @PostMapping("/accounts")
    Object open(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String affiliation,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        Actor.Person actor = Acting.administrator(person);
        var application = new Application(name, address, affiliation, password.isEmpty() ? null : password);
        Form form = Form.empty().with("name", name).with("address", address).with("affiliation", affiliation);
        var result = transaction.execute(status -> {
            var opened = opening.open(actor, application, UUID.randomUUID().toString(), clock.instant());
            if (opened instanceof OpeningAccounts.Opened done && application.password() == null) {
                links.forgotten(UUID.randomUUID(), done.account().address(), clock.instant());
            }
            return opened;
        });
        if (result instanceof OpeningAccounts.Opened opened) {
            return "redirect:" + LIST + "/" + opened.account().id();
        }
        if (result instanceof OpeningAccounts.AlreadyOpen known) {
            return form.error(
                            "address",
                            words.say("admin.address-taken", known.account().name()))
                    .refused("gateway/account-new", model.asMap());
        }
        if (result instanceof OpeningAccounts.Flawed flawed) {
            return words.with(flawed.flaws(), form).refused("gateway/account-new", model.asMap());
        }
        throw new NotYours("opening accounts");
    }

    @GetMapping("/accounts/{id}")
    String account(@AuthenticationPrincipal SignedIn person, @PathVariable String id, Model model) {
        show(Acting.administrator(person), id, model);
        model.addAttribute("form", Form.empty());
        return "gateway/account-roles";
    }

    private void show(Actor.Person actor, String id, Model model) {
        Account account = accounts.byId(id).orElseThrow(() -> new NotYours("account " + id));
        model.addAttribute("account", account);
        model.addAttribute(
                "grants",
                account.grants().stream()
                        .sorted(Comparator.comparing(Grant::journal).thenComparing(Grant::role))
                        .toList());
        model.addAttribute("actor", actor);
    }

    @PostMapping("/accounts/{id}/roles")
    Object grant(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String journal,
            @RequestParam(defaultValue = "") String role,
            Model model) {
        Actor.Person actor = Acting.administrator(person);
        Form form = Form.empty().with("journal", journal).with("role", role);
        Optional<Grant> grant = grantOf(journal.strip(), role);
        if (grant.isEmpty()) {
            show(actor, id, model);
            return form.error("journal", words.say("admin.no-such-role"))
                    .refused("gateway/account-roles", model.asMap());
        }
        var result = transaction.execute(status -> granting.grant(actor, id, grant.orElseThrow(), clock.instant()));
        return switch (result) {
            case GRANTED, ALREADY_HELD -> "redirect:" + LIST + "/" + id;
            case NO_SUCH_ACCOUNT -> throw new NotYours("account " + id);
            case NOT_ALLOWED -> Refusals.respond(model, HttpStatus.FORBIDDEN, words.say("admin.not-your-journal"));
        };
    }

    @PostMapping("/accounts/{id}/roles/revoke")
    Object revoke(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String journal,
            @RequestParam(defaultValue = "") String role,
            Model model) {
        Actor.Person actor = Acting.administrator(person);
        Optional<Grant> grant = grantOf(journal, role);
        if (grant.isEmpty()) {
            return Refusals.respond(model, HttpStatus.UNPROCESSABLE_CONTENT, words.say("admin.no-such-role"));
        }
        var result = transaction.execute(status -> revoking.revoke(actor, id, grant.orElseThrow()));
        return switch (result) {
            case REVOKED, NOTHING_TO_REVOKE -> "redirect:" + LIST + "/" + id;
            case LAST_ADMINISTRATOR ->
                Refusals.respond(model, HttpStatus.CONFLICT, words.say("admin.last-administrator"));
            case NO_SUCH_ACCOUNT -> throw new NotYours("account " + id);
            case NOT_ALLOWED -> Refusals.respond(model, HttpStatus.FORBIDDEN, words.say("admin.not-your-journal"));
        };
    }

    private static Optional<Grant> grantOf(String journal, String role) {
        return Role.of(role)
                .filter(known -> Grant.isJournal(journal) || journal.equals(Grant.HOUSE) && known == Role.ADMINISTRATOR)
                .map(known -> new Grant(journal, known));
    }
}
