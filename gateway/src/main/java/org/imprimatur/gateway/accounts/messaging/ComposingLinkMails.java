package org.imprimatur.gateway.accounts.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the gateway's mails when they leave; a link that is over makes its mail moot. */
@Component
class ComposingLinkMails implements MailComposer {
    private final Accounts accounts;
    private final SendingLinks links;
    private final LinkTokens tokens;
    private final MailTemplates templates;
    private final String publicUrl;
    private final Clock clock = Clock.systemUTC();

    ComposingLinkMails(
            Accounts accounts,
            SendingLinks links,
            LinkTokens tokens,
            MailTemplates templates,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        UUID link = UUID.fromString(order.values().get("link"));
        return switch (order.template()) {
            case "registration" ->
                links.registration(link, clock.instant())
                        .map(asked -> letter(
                                order.template(),
                                asked.application().name(),
                                asked.application().address(),
                                "/sign-up/confirm?token=" + tokens.token(Purpose.REGISTRATION, link)))
                        .orElseGet(ComposingLinkMails::over);
            case "password" ->
                links.accountOf(link, clock.instant())
                        .flatMap(accounts::byId)
                        .map(account -> letter(
                                order.template(),
                                account.name(),
                                account.address(),
                                "/password/choose?token=" + tokens.token(Purpose.PASSWORD, link)))
                        .orElseGet(ComposingLinkMails::over);
            case "already-registered" ->
                Optional.of(order.recipient().substring("account/".length()))
                        .flatMap(accounts::byId)
                        .map(account -> letter(order.template(), account.name(), account.address(), "/sign-in"))
                        .orElseGet(ComposingLinkMails::over);
            default -> throw new IllegalArgumentException("no mail is called " + order.template());
        };
    }

    private static Composition over() {
        return new Moot("what it links to is over");
    }

    private Composition letter(String template, String name, String address, String path) {
        RenderedMail mail = templates.render(
                "gateway/" + template, Locale.UK, Map.of("name", name, "address", address, "link", publicUrl + path));
        return new Ready(
                new Letter(name, address, "Imprimatur", mail.subject(), mail.text(), mail.html(), Map.of(), List.of()));
    }
}
