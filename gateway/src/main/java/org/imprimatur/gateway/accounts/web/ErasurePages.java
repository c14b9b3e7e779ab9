package org.imprimatur.gateway.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.ErasingAccounts;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says what becomes of an account that is erased, and erases it for who means it. */
@Controller
class ErasurePages {
    private static final String PATH = "/account/erasure";
    private static final String PAGE = "gateway/account-erasure";

    private final Accounts accounts;
    private final ErasingAccounts erasing;
    private final BrowserSessions browser;
    private final Words words;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    ErasurePages(
            Accounts accounts,
            ErasingAccounts erasing,
            BrowserSessions browser,
            Words words,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.erasing = erasing;
        this.browser = browser;
        this.words = words;
        this.transaction = transaction;
    }

    @GetMapping(PATH)
    String ask(@AuthenticationPrincipal SignedIn person, Model model) {
        show(person, model);
        model.addAttribute("form", Form.empty());
        return PAGE;
    }

    @GetMapping("/sign-in/erased")
    String erased() {
        return "gateway/account-erased";
    }

    private void show(SignedIn person, Model model) {
        Account account = accounts.byId(person.account()).orElseThrow(() -> new NotYours("an account that is gone"));
        model.addAttribute("account", account);
        model.addAttribute("hasPassword", accounts.passwordHash(account.id()).isPresent());
    }

    @PostMapping(PATH)
    Object erase(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Flaw> flaws = transaction.execute(
                status -> erasing.erase(person.account(), address, password, request.getRemoteAddr(), clock.instant()));
        if (flaws.isEmpty()) {
            browser.end(request, response);
            return "redirect:/sign-in/erased";
        }
        show(person, model);
        return words.with(flaws, Form.empty().with("address", address)).refused(PAGE, model.asMap());
    }
}
