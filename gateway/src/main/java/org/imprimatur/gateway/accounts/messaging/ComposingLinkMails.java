package org.imprimatur.gateway.accounts.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.LinkLetter;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the gateway's mails when they leave; a link that is over, or leads nowhere, makes its mail moot. */
@Component
class ComposingLinkMails implements MailComposer {
    private final Accounts accounts;
    private final SendingLinks links;
    private final LinkTokens tokens;
    private final MailTemplates templates;
    private final MessageSource words;
    private final PreferredLanguages languages;
    private final String publicUrl;
    private final Clock clock = Clock.systemUTC();

    ComposingLinkMails(
            Accounts accounts,
            SendingLinks links,
            LinkTokens tokens,
            MailTemplates templates,
            MessageSource words,
            PreferredLanguages languages,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.templates = templates;
        this.words = words;
        this.languages = languages;
        this.publicUrl = publicUrl;
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        return (order.template().equals(QueuedLinkMails.CHANGED) ? changed(order) : link(order))
                .orElseGet(() -> new Moot("there is nobody to write to"));
    }

    private Optional<Composition> link(MailOrder order) {
        Purpose purpose = Purpose.valueOf(order.template().toUpperCase(Locale.ROOT));
        UUID id = UUID.fromString(order.values().get("link"));
        return links.letter(purpose, id, clock.instant())
                .map(letter -> letter(
                        accounts.byAddress(letter.address())
                                .flatMap(account -> languages.of(account.id()))
                                .orElseGet(() -> Languages.of(order.values().get("language"))),
                        letter.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        letter.name(),
                        letter.address(),
                        path(letter.kind(), id),
                        ""));
    }

    private String path(LinkLetter.Kind kind, UUID id) {
        return switch (kind) {
            case REGISTRATION -> "/sign-up/confirm?token=" + tokens.token(Purpose.REGISTRATION, id);
            case PASSWORD -> "/password/choose?token=" + tokens.token(Purpose.PASSWORD, id);
            case ADDRESS -> "/account/addresses/confirm?token=" + tokens.token(Purpose.ADDRESS, id);
            case MERGE -> "/account/merge/confirm?token=" + tokens.token(Purpose.MERGE, id);
            case ALREADY_REGISTERED -> "/sign-in";
            case ADDRESS_TAKEN -> "/account/merge";
        };
    }

    private Optional<Composition> changed(MailOrder order) {
        String what = "mail.changed." + order.values().get("change").toLowerCase(Locale.ROOT);
        return accounts.byId(order.recipient().substring("account/".length())).map(account -> {
            Locale language = languages.of(account.id()).orElse(Languages.ENGLISH);
            return letter(
                    language,
                    order.template(),
                    account.name(),
                    account.address(),
                    "/account",
                    words.getMessage(what, null, language));
        });
    }

    private Composition letter(
            Locale language, String template, String name, String address, String path, String what) {
        RenderedMail mail = templates.render(
                "gateway/" + template,
                language,
                Map.of("name", name, "address", address, "link", publicUrl + path, "what", what));
        return new Ready(
                new Letter(name, address, "Imprimatur", mail.subject(), mail.text(), mail.html(), Map.of(), List.of()));
    }
}
