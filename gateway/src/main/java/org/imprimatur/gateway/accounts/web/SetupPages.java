package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Application;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Opens the first administrator's account for whoever holds the token that the operator set as
 * {@code imprimatur.setup-token}. Once there is an administrator, or without a token of 20 characters, there is no such
 * page.
 */
@Controller
class SetupPages {
    private static final String PAGE = "gateway/setup";
    private static final int SHORTEST = 20;

    private final Accounts accounts;
    private final OpeningAccounts opening;
    private final BrowserSessions browser;
    private final Words words;
    private final TransactionTemplate transaction;
    private final byte[] expected;
    private final Clock clock = Clock.systemUTC();

    SetupPages(
            Accounts accounts,
            OpeningAccounts opening,
            BrowserSessions browser,
            Words words,
            TransactionTemplate transaction,
            @Value("${imprimatur.setup-token:}") String expected) {
        this.accounts = accounts;
        this.opening = opening;
        this.browser = browser;
        this.words = words;
        this.transaction = transaction;
        this.expected = expected.getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/setup")
    String setup(@RequestParam(defaultValue = "") String token, Model model) {
        check(token);
        model.addAttribute("form", Form.empty().with("token", token));
        return PAGE;
    }

    @PostMapping("/setup")
    Object setup(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        check(token);
        var application = new Application(name, address, "", password);
        Form form = Form.empty().with("token", token).with("name", name).with("address", address);
        var result = transaction.execute(status ->
                opening.open(new Actor.Setup(), application, UUID.randomUUID().toString(), clock.instant()));
        if (result instanceof OpeningAccounts.Opened opened) {
            browser.beginAlone(opened.account().id(), request, response);
            return "redirect:/admin/accounts";
        }
        if (result instanceof OpeningAccounts.Flawed flawed) {
            return words.with(flawed.flaws(), form).refused(PAGE, model.asMap());
        }
        if (result instanceof OpeningAccounts.AlreadyOpen) {
            return words.with(java.util.List.of(new Flaw("address", "setup.address-taken")), form)
                    .refused(PAGE, model.asMap());
        }
        throw new NotYours("the setup, which is over");
    }

    private void check(String token) {
        boolean fits =
                expected.length >= SHORTEST && MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
        if (!fits || accounts.hasAdministrator()) {
            throw new NotYours("the setup");
        }
    }
}
