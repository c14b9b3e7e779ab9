package org.imprimatur.gateway.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.KeepingOnesAccount;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.browser.Seals;
import org.imprimatur.gateway.orcid.Handshake;
import org.imprimatur.gateway.orcid.Orcid;
import org.imprimatur.gateway.orcid.ShownOrcid;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way to ORCID and back. A sealed cookie binds it to one browser: state, nonce and verifier are derived from it, so
 * that nothing is kept here. Coming back signs in whoever has an account with the iD; a new iD is offered for a new
 * account, or for the account of whoever is signed in, and is linked by a button, not by coming back.
 */
@Controller
class OrcidPages {
    private static final Logger LOG = LoggerFactory.getLogger(OrcidPages.class);
    private static final String COOKIE = "imprimatur-orcid";
    private static final String BACK = "/sign-in/orcid/back";
    private static final String WAY = "way to ORCID";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int RANDOM_BYTES = 16;

    private final Optional<Orcid> orcid;
    private final Accounts accounts;
    private final KeepingOnesAccount keeping;
    private final SignInPage signInPage;
    private final BrowserSessions browser;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final MessageSource words;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    OrcidPages(
            ObjectProvider<Orcid> orcid,
            Accounts accounts,
            KeepingOnesAccount keeping,
            SignInPage signInPage,
            BrowserSessions browser,
            Seals seals,
            TransactionTemplate transaction,
            MessageSource words) {
        this.orcid = Optional.ofNullable(orcid.getIfAvailable());
        this.accounts = accounts;
        this.keeping = keeping;
        this.signInPage = signInPage;
        this.browser = browser;
        this.seals = seals;
        this.transaction = transaction;
        this.words = words;
    }

    @GetMapping("/sign-in/orcid")
    Object leave(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String content = clock.instant().getEpochSecond() + " "
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + " "
                + Next.safe(next).orElse("");
        Optional<URI> there = provider().authorization(handshake(content));
        if (there.isEmpty()) {
            return refuse(person, model, HttpStatus.CONFLICT, "orcid.away");
        }
        set(response, seals.seal(WAY, content), PATIENCE, request.isSecure());
        return "redirect:" + there.get();
    }

    @GetMapping(BACK)
    Object comeBack(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Orcid provider = provider();
        Optional<String> content = cookie(request).flatMap(brought -> seals.open(WAY, brought));
        set(response, "", Duration.ZERO, request.isSecure());
        if (content.isEmpty()
                || isOld(content.get())
                || !handshake(content.get()).state().equals(state)) {
            return refuse(person, model, HttpStatus.GONE, "orcid.over");
        }
        if (code.isEmpty()) {
            return refuse(person, model, HttpStatus.UNPROCESSABLE_CONTENT, "orcid.declined");
        }
        Orcid.Answer answer = provider.identify(code, handshake(content.get()));
        if (answer instanceof Orcid.Away) {
            LOG.warn("ORCID didn't say who came back: {}", answer);
            return refuse(person, model, HttpStatus.CONFLICT, "orcid.away");
        }
        if (!(answer instanceof Orcid.Identified identified)) {
            LOG.warn("Somebody came back from ORCID with what is not good: {}", answer);
            return refuse(person, model, HttpStatus.UNPROCESSABLE_CONTENT, "orcid.not-identified");
        }
        var shown = new ShownOrcid(identified.id(), identified.name(), clock.instant());
        Optional<Account> holder = accounts.byOrcid(shown.id().toString());
        if (person != null) {
            return offerLink(person, shown, holder, model);
        }
        if (holder.isPresent()) {
            browser.begin(holder.get().id(), request, response);
            return "redirect:" + Next.or(content.get().split(" ", 3)[2], holder.get());
        }
        model.addAttribute("orcid", shown.id().toString());
        model.addAttribute(
                "form",
                Form.empty().with("name", shown.name()).with("shown", seals.seal(ShownOrcid.PURPOSE, shown.text())));
        return "gateway/sign-up";
    }

    private Object offerLink(SignedIn person, ShownOrcid shown, Optional<Account> holder, Model model) {
        if (holder.isPresent()) {
            return holder.get().id().equals(person.account())
                    ? "redirect:/account/orcid"
                    : refuse(model, HttpStatus.CONFLICT, "orcid.taken");
        }
        model.addAttribute("orcid", shown.id().toString());
        model.addAttribute("name", shown.name());
        model.addAttribute("shown", seals.seal(linking(person), shown.text()));
        return "gateway/orcid-link";
    }

    @GetMapping("/account/orcid")
    String own(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String done, Model model) {
        model.addAttribute("orcid", accounts.orcid(person.account()).orElse(null));
        model.addAttribute("orcidOffered", orcid.isPresent());
        model.addAttribute("done", done != null);
        return "gateway/account-orcid";
    }

    @PostMapping("/account/orcid")
    Object link(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String shown, Model model) {
        Optional<ShownOrcid> good =
                seals.open(linking(person), shown).map(ShownOrcid::of).filter(one -> one.isFresh(clock.instant()));
        if (good.isEmpty()) {
            return refuse(model, HttpStatus.GONE, "orcid.over");
        }
        var result = transaction.execute(
                status -> keeping.linkOrcid(person.account(), good.get().id().toString(), UUID.randomUUID()));
        return result == KeepingOnesAccount.Linked.TAKEN
                ? refuse(model, HttpStatus.CONFLICT, "orcid.taken")
                : "redirect:/account/orcid?done";
    }

    @PostMapping("/account/orcid/remove")
    String unlink(@AuthenticationPrincipal SignedIn person) {
        transaction.executeWithoutResult(status -> keeping.unlinkOrcid(person.account(), UUID.randomUUID()));
        return "redirect:/account/orcid?done";
    }

    private static String linking(SignedIn person) {
        return "orcid for " + person.account();
    }

    private Handshake handshake(String content) {
        return new Handshake(
                seals.derive("orcid state", content),
                seals.derive("orcid nonce", content),
                seals.derive("orcid verifier", content));
    }

    private boolean isOld(String content) {
        return clock.instant()
                .isAfter(Instant.ofEpochSecond(Long.parseLong(content.split(" ", 3)[0]))
                        .plus(PATIENCE));
    }

    private Orcid provider() {
        return orcid.orElseThrow(() -> new NotYours("signing in with ORCID, which is not set up"));
    }

    // whoever is not signed in is shown the other ways too
    private Object refuse(SignedIn person, Model model, HttpStatus status, String reason) {
        return person == null
                ? signInPage.again(status, signInPage.form(""), "", reason)
                : refuse(model, status, reason);
    }

    private Object refuse(Model model, HttpStatus status, String reason) {
        return Refusals.respond(model, status, words.getMessage(reason, null, LocaleContextHolder.getLocale()));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    // Lax, as it comes back by a link of another site
    private static void set(HttpServletResponse response, String value, Duration age, boolean secure) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/sign-in/orcid")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(secure)
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
