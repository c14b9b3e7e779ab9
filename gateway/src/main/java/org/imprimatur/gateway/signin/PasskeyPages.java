package org.imprimatur.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.passkeys.KeepingPasskeys;
import org.imprimatur.gateway.passkeys.Passkeys;
import org.imprimatur.gateway.passkeys.WebAuthn;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passkeys: signing in with one, and those of one's own account. The only pages that need a script. */
@Controller
class PasskeyPages {
    private static final String PAGE = "gateway/account-passkeys";
    private static final String HERE = "/account/passkeys";

    private final KeepingPasskeys keeping;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final Challenges challenges;
    private final SignInPage signInPage;
    private final BrowserSessions browser;
    private final TransactionTemplate transaction;
    private final MessageSource words;
    private final Clock clock = Clock.systemUTC();

    PasskeyPages(
            KeepingPasskeys keeping,
            Passkeys passkeys,
            WebAuthn webAuthn,
            Challenges challenges,
            SignInPage signInPage,
            BrowserSessions browser,
            TransactionTemplate transaction,
            MessageSource words) {
        this.keeping = keeping;
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.signInPage = signInPage;
        this.browser = browser;
        this.transaction = transaction;
        this.words = words;
    }

    @PostMapping("/sign-in/passkey")
    Object signIn(
            @RequestParam(defaultValue = "") String response,
            @RequestParam(required = false) String next,
            HttpServletRequest request,
            HttpServletResponse answer) {
        Optional<Account> known = webAuthn.challenge(response)
                .flatMap(challenge -> challenges.good(Challenges.SIGN_IN, challenge))
                .flatMap(challenge ->
                        transaction.execute(status -> keeping.signIn(response, challenge, clock.instant())));
        if (known.isEmpty()) {
            return signInPage.again(
                    HttpStatus.UNPROCESSABLE_CONTENT, signInPage.form(next), "", "sign-in.passkey-refused");
        }
        browser.begin(known.get().id(), request, answer);
        return "redirect:" + Next.or(next, known.get());
    }

    @GetMapping(HERE)
    String list(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String done, Model model) {
        show(person, model);
        model.addAttribute("form", Form.empty());
        model.addAttribute("done", done != null);
        return PAGE;
    }

    @PostMapping(HERE)
    Object add(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String response,
            Model model) {
        String account = person.account();
        KeepingPasskeys.Result result = webAuthn.challenge(response)
                .flatMap(challenge -> challenges.good(Challenges.addingTo(account), challenge))
                .map(challenge -> transaction.execute(
                        status -> keeping.add(account, name, response, challenge, UUID.randomUUID(), clock.instant())))
                .orElse(KeepingPasskeys.Result.NOT_VALID);
        return answer(result, person, Form.empty().with("name", name), model);
    }

    @PostMapping(HERE + "/{credential}/name")
    Object rename(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String credential,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        var result = transaction.execute(status -> keeping.rename(person.account(), credential, name));
        return answer(result, person, Form.empty(), model);
    }

    @PostMapping(HERE + "/{credential}/remove")
    Object remove(@AuthenticationPrincipal SignedIn person, @PathVariable String credential, Model model) {
        var result = transaction.execute(status -> keeping.remove(person.account(), credential, UUID.randomUUID()));
        return answer(result, person, Form.empty(), model);
    }

    private Object answer(KeepingPasskeys.Result result, SignedIn person, Form typed, Model model) {
        return switch (result) {
            case DONE -> "redirect:" + HERE + "?done";
            case NOT_YOURS -> throw new NotYours("a passkey");
            case BAD_NAME -> refused(person, typed, "name", "passkeys.bad-name", model);
            case TOO_MANY -> refused(person, typed, "", "passkeys.too-many", model);
            case NOT_VALID -> refused(person, typed, "", "passkeys.not-valid", model);
        };
    }

    private Object refused(SignedIn person, Form typed, String field, String reason, Model model) {
        show(person, model);
        return typed.error(field, words.getMessage(reason, null, LocaleContextHolder.getLocale()))
                .refused(PAGE, model.asMap());
    }

    private void show(SignedIn person, Model model) {
        model.addAttribute("passkeys", passkeys.of(person.account()));
        model.addAttribute(
                "passkeyOptions",
                keeping.creationOptions(person.account(), challenges.give(Challenges.addingTo(person.account()))));
    }
}
