package org.imprimatur.publication.production.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.publication.production.MoreTime;
import org.imprimatur.publication.production.MoreTimes;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the mails about a proof: the one that asks its author for an answer, and those about more time for it. */
@Component
class ProofMails implements MailComposer {
    private static final String MORE_TIME = "publication/proof-time";
    private final Galleys galleys;
    private final MoreTimes wishes;
    private final Journals journals;
    private final People people;
    private final MailTemplates templates;
    private final String publicUrl;

    ProofMails(
            Galleys galleys,
            MoreTimes wishes,
            Journals journals,
            People people,
            MailTemplates templates,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.galleys = galleys;
        this.wishes = wishes;
        this.journals = journals;
        this.people = people;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        Galley galley =
                galleys.find(UUID.fromString(order.values().get("proof"))).orElseThrow();
        if (!galley.waitsForTheAuthor()) {
            return new Moot("The proof is answered already.");
        }
        Optional<Galley> newest = galleys.newest(galley.order().manuscript());
        if (newest.filter(one -> !one.id().equals(galley.id())).isPresent()) {
            return new Moot("There is a newer proof.");
        }
        People.Answer person = people.find(order.recipient().substring("account/".length()));
        if (person instanceof People.Away away) {
            return new Later(away.reason());
        }
        return person instanceof People.Found found
                ? new Ready(letter(order, galley, found))
                : new Moot("The account doesn't exist any more.");
    }

    /** What the answer to a wish for more time says besides. */
    private Map<String, Object> answer(MailOrder order, Galley galley) {
        MoreTime.Answer answer = wishes.of(galley.id()).stream()
                .filter(wish -> wish.id().toString().equals(order.values().get("wish")))
                .findFirst()
                .flatMap(MoreTime::answer)
                .orElseThrow();
        int days = answer instanceof MoreTime.Granted granted ? granted.days() : 0;
        return Map.of("granted", days > 0, "days", days, "word", answer.word());
    }

    private Letter letter(MailOrder order, Galley galley, People.Found found) {
        Galley.Sheet sheet = galley.sheet().orElseThrow();
        Journal journal = journals.find(galley.order().journal()).orElseThrow();
        Map<String, Object> model =
                new HashMap<>(order.template().equals(MORE_TIME) ? answer(order, galley) : Map.of());
        model.putAll(Map.of(
                "name",
                found.name(),
                "journal",
                journal.identity().title(),
                "title",
                sheet.title(),
                "number",
                galley.order().number(),
                "pages",
                sheet.pages(),
                "link",
                publicUrl.replaceAll("/+$", "") + "/production/proofs/" + galley.id()));
        RenderedMail rendered = templates.render(order.template(), found.language(), model);
        return new Letter(
                found.name(),
                found.address(),
                journal.identity().title(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                Map.of("Auto-Submitted", "auto-generated"),
                List.of());
    }
}
