package org.imprimatur.gateway.notices.web;

import java.util.List;
import java.util.Optional;
import org.imprimatur.gateway.browser.Seals;
import org.imprimatur.gateway.notices.ChoosingDelivery;
import org.imprimatur.gateway.notices.People;
import org.imprimatur.gateway.notices.Subscription;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.errors.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Ends one sort of mail by the link in it, without signing in (RFC 8058). Opening it changes nothing, as mail scanners
 * open links; the button does, and so does the reader's mail program.
 */
@Controller
@RequestMapping(UnsubscribePages.PATH)
class UnsubscribePages {
    static final String PATH = "/notices/unsubscribe";
    private static final String PAGE = "gateway/unsubscribe";

    private final Seals seals;
    private final People people;
    private final ChoosingDelivery choosing;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    UnsubscribePages(
            Seals seals,
            People people,
            ChoosingDelivery choosing,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.seals = seals;
        this.people = people;
        this.choosing = choosing;
        this.messages = messages;
        this.transaction = transaction;
    }

    @GetMapping
    Object offer(@RequestParam(defaultValue = "") String token, Model model) {
        return show(token, false, model);
    }

    @PostMapping
    Object end(@RequestParam(defaultValue = "") String token, Model model) {
        theirs(token)
                .ifPresent(subscription -> transaction.executeWithoutResult(
                        status -> choosing.unsubscribe(subscription.account(), subscription.cadence())));
        return show(token, true, model);
    }

    private Object show(String token, boolean done, Model model) {
        Optional<Subscription> subscription = theirs(token);
        if (subscription.isEmpty()) {
            return Refusals.respond(
                    model,
                    HttpStatus.GONE,
                    messages.getMessage("unsubscribe.wrong", null, LocaleContextHolder.getLocale()));
        }
        model.addAttribute("token", token);
        model.addAttribute("done", done);
        model.addAttribute("cadence", subscription.get().cadence().word());
        return PAGE;
    }

    /** Of the account that it is now. */
    private Optional<Subscription> theirs(String token) {
        return seals.open(Subscription.PURPOSE, token)
                .flatMap(Subscription::of)
                .flatMap(said -> Optional.ofNullable(
                                people.now(List.of(said.account())).get(said.account()))
                        .map(account -> new Subscription(account, said.cadence())));
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutForm {
        // a mail program has no form of ours; the link's seal says what a form's token would
        @Bean
        @Order(40)
        SecurityFilterChain unsubscribingFilterChain(HttpSecurity http) throws Exception {
            return http.securityMatcher(request -> request.getMethod().equals("POST")
                            && request.getRequestURI().equals(PATH))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .headers(headers -> headers.contentSecurityPolicy(
                            policy -> policy.policyDirectives(WebSecurity.CONTENT_POLICY)))
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
