package org.imprimatur.review.correspondence.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.correspondence.People.Addressee;
import org.imprimatur.review.correspondence.ReviewerAddresses;
import org.imprimatur.review.correspondence.Writer;
import org.imprimatur.review.correspondence.Writer.Content;
import org.imprimatur.review.correspondence.Writer.Written;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Languages;
import org.springframework.stereotype.Component;

/** Puts name, address, words and thread together when a mail leaves. */
@Component
class Composing implements MailComposer {

    private final Map<String, Writer> writers;
    private final People people;
    private final ReviewerAddresses reviewers;
    private final Journals journals;
    private final MailTemplates templates;

    Composing(
            List<Writer> writers,
            People people,
            ReviewerAddresses reviewers,
            Journals journals,
            MailTemplates templates) {
        this.writers = writers.stream()
                .flatMap(writer -> writer.kinds().stream().map(kind -> Map.entry(kind, writer)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.people = people;
        this.reviewers = reviewers;
        this.journals = journals;
        this.templates = templates;
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        Writer writer = Optional.ofNullable(writers.get(order.template()))
                .orElseThrow(() -> new IllegalStateException("nobody writes mails of kind " + order.template()));
        try {
            Written written = writer.write(new Mails.Order(
                    order.cause(),
                    order.about(),
                    order.recipient(),
                    order.template(),
                    order.values(),
                    order.notBefore()));
            if (written instanceof Writer.Moot moot) {
                return new MailComposer.Moot(moot.reason());
            }
            return addressee(order.recipient())
                    .map(to -> (Composition) new Ready(letter(order, (Content) written, to)))
                    .orElseGet(() -> new MailComposer.Moot("the addressee has left"));
        } catch (People.Away away) {
            return new Later(away.getMessage());
        }
    }

    private Optional<Addressee> addressee(String recipient) {
        return recipient.startsWith("reviewer/")
                ? reviewers.find(recipient.substring("reviewer/".length()))
                : people.find(recipient.substring("account/".length()));
    }

    private Letter letter(MailOrder order, Content content, Addressee to) {
        String journal = journals.title(content.journal());
        Map<String, Object> model = new HashMap<>(content.model());
        model.put("journal", journal);
        model.put("name", to.name());
        model.put("address", to.address());
        RenderedMail rendered = templates.render(
                "review/" + order.template(), to.language().map(Languages::of).orElse(Languages.ENGLISH), model);
        return new Letter(
                to.name(),
                to.address(),
                journal,
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                thread(content.thread()),
                List.of());
    }

    // RFC 5322, section 3.6.4: a reader's program puts mails together that refer to the same one
    private static Map<String, String> thread(String thread) {
        String id = "<" + UUID.nameUUIDFromBytes(thread.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "@thread.imprimatur>";
        return Map.of("In-Reply-To", id, "References", id);
    }
}
