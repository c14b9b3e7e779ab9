package org.imprimatur.gateway.notices.messaging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.browser.Seals;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.Notice;
import org.imprimatur.gateway.notices.Notices;
import org.imprimatur.gateway.notices.Subscription;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Languages;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Writes mails of notices when they leave, and has others write theirs. What was read meanwhile needs no mail. Each can be
 * ended by one click (RFC 8058).
 */
@Primary
@Component
class ComposingNoticeMails implements MailComposer {
    private static final int LONGEST = 60;

    private final MailComposer others;
    private final Accounts accounts;
    private final Notices notices;
    private final Seals seals;
    private final MailTemplates templates;
    private final MessageSource words;
    private final PreferredLanguages languages;
    private final String publicUrl;

    ComposingNoticeMails(
            @Qualifier("composingLinkMails") MailComposer others,
            Accounts accounts,
            Notices notices,
            Seals seals,
            MailTemplates templates,
            MessageSource words,
            PreferredLanguages languages,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.others = others;
        this.accounts = accounts;
        this.notices = notices;
        this.seals = seals;
        this.templates = templates;
        this.words = words;
        this.languages = languages;
        this.publicUrl = publicUrl;
    }

    /** What stands in a mail about one notice. */
    record Line(String text, Instant at, String link) {}

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        boolean digest = order.template().equals(QueuedNoticeMails.DIGEST);
        if (!digest && !order.template().equals(QueuedNoticeMails.NOTICE)) {
            return others.compose(mail, order);
        }
        Optional<Account> account = accounts.byId(order.recipient().substring("account/".length()));
        if (account.isEmpty()) {
            return new Moot("there is nobody to write to");
        }
        List<Notice> news = digest
                ? notices.digest(UUID.fromString(order.values().get("digest")))
                : notices
                        .find(account.get().id(), UUID.fromString(order.values().get("notice")))
                        .filter(notice -> notice.readAt().isEmpty())
                        .stream()
                        .toList();
        if (news.isEmpty()) {
            return new Moot("it was read meanwhile");
        }
        Delivery cadence = digest ? Delivery.of(order.values().get("cadence")).orElseThrow() : Delivery.AT_ONCE;
        return letter(order.template(), account.get(), cadence, news);
    }

    private Composition letter(String template, Account account, Delivery cadence, List<Notice> news) {
        Locale language = languages.of(account.id()).orElse(Languages.ENGLISH);
        Map<String, List<Line>> byManuscript = news.stream()
                .limit(LONGEST)
                .collect(Collectors.groupingBy(
                        Notice::number,
                        LinkedHashMap::new,
                        Collectors.mapping(notice -> line(notice, language), Collectors.toList())));
        String token = seals.seal(Subscription.PURPOSE, new Subscription(account.id(), cadence).text());
        String end = publicUrl + "/notices/unsubscribe?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        RenderedMail mail = templates.render(
                "gateway/" + template,
                language,
                Map.of(
                        "name",
                        account.name(),
                        "manuscripts",
                        byManuscript,
                        "count",
                        news.size(),
                        "more",
                        Math.max(0, news.size() - LONGEST),
                        "cadence",
                        cadence.word(),
                        "all",
                        publicUrl + "/notices",
                        "choices",
                        publicUrl + "/account/notices",
                        "end",
                        end));
        return new Ready(new Letter(
                account.name(),
                account.address(),
                "Imprimatur",
                mail.subject(),
                mail.text(),
                mail.html(),
                Map.of("List-Unsubscribe", "<" + end + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                List.of()));
    }

    private Line line(Notice notice, Locale language) {
        String text = words.getMessage("notice." + notice.kind().word(), null, language);
        return new Line(text, notice.at(), publicUrl + notice.path());
    }
}
