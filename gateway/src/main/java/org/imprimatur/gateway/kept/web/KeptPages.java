package org.imprimatur.gateway.kept.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.imprimatur.gateway.browser.BrowserSessions;
import org.imprimatur.gateway.kept.KeepingForms;
import org.imprimatur.gateway.kept.KeptForm;
import org.imprimatur.web.acting.Recognising;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.Refusals;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows a person who has signed in again what they had typed, and sends it when they say so. */
@Controller
@RequestMapping("/account/kept")
class KeptPages {
    private final KeepingForms keeping;
    private final MessageSource messages;
    private final FieldNames names;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    KeptPages(KeepingForms keeping, MessageSource messages, TransactionTemplate transaction) {
        this.keeping = keeping;
        this.messages = messages;
        names = new FieldNames(messages);
        this.transaction = transaction;
    }

    /**
     * A field as it was typed.
     *
     * @param label what it is called on its own page
     * @param shown when it is words of a person and not of the page
     */
    record Field(String name, String label, String value, boolean shown) {
        static Field of(String pair, UnaryOperator<String> names) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            String value = parts.length == 1 ? "" : decoded(parts[1]);
            return new Field(name, names.apply(name), value, value.strip().contains(" "));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    @GetMapping
    Object show(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
        Optional<KeptForm> kept = KeptCookies.key(request)
                .flatMap(key -> Optional.ofNullable(
                                transaction.execute(status -> keeping.kept(key, person.account(), clock.instant())))
                        .flatMap(found -> found));
        if (kept.isEmpty()) {
            return gone(model);
        }
        List<Field> fields = Arrays.stream(kept.get().fields().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> Field.of(pair, name -> names.of(kept.get().path(), name, LocaleContextHolder.getLocale())))
                .toList();
        model.addAttribute("fields", fields);
        model.addAttribute("shown", fields.stream().filter(Field::shown).toList());
        model.addAttribute("page", kept.get().page().orElse(null));
        model.addAttribute("sent", kept.get().sentAt().isPresent());
        return "gateway/kept";
    }

    /** On to where it was going, with its body: the browser sends the same again there (RFC 9110, 15.4.8). */
    @PostMapping
    Object send(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, Model model) {
        Optional<String> path = KeptCookies.key(request)
                .flatMap(key -> Optional.ofNullable(
                                transaction.execute(status -> keeping.send(key, person.account(), clock.instant())))
                        .flatMap(found -> found));
        return path.isPresent()
                ? ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                        .location(URI.create(path.get()))
                        .build()
                : gone(model);
    }

    private Object gone(Model model) {
        return Refusals.respond(
                model, HttpStatus.GONE, messages.getMessage("kept.gone", null, LocaleContextHolder.getLocale()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Filtering {
        @Bean
        FilterRegistrationBean<KeepingWhatWasTyped> keepingWhatWasTyped(
                Recognising recognising,
                BrowserSessions browser,
                KeepingForms keeping,
                TransactionTemplate transaction) {
            return new FilterRegistrationBean<>(new KeepingWhatWasTyped(recognising, browser, keeping, transaction));
        }
    }
}
