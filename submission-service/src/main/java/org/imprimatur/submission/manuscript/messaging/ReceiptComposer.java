package org.imprimatur.submission.manuscript.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.submission.manuscript.Addresses;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Version;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what contributors get when a version is handed in or the manuscript is taken back; the addresses come from the version that was handed in. */
@Component
class ReceiptComposer implements MailComposer {

    private final Manuscripts manuscripts;
    private final JournalsKnown journals;
    private final Documents documents;
    private final Addresses addresses;
    private final MailTemplates templates;
    private final JsonMapper json;
    private final String publicUrl;

    ReceiptComposer(
            Manuscripts manuscripts,
            JournalsKnown journals,
            Documents documents,
            Addresses addresses,
            MailTemplates templates,
            JsonMapper json,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.manuscripts = manuscripts;
        this.journals = journals;
        this.documents = documents;
        this.addresses = addresses;
        this.templates = templates;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        Manuscript manuscript = manuscripts.find(order.about()).orElseThrow();
        int number = Integer.parseInt(order.values().get("version"));
        Version version = manuscript.versions().get(number - 1);
        ManuscriptMetadata metadata =
                json.readValue(documents.read(version.metadata()).orElseThrow(), ManuscriptMetadata.class);
        ManuscriptMetadata.Contributor contributor =
                metadata.contributors().get(Integer.parseInt(order.recipient().substring("contributor/".length())));
        String name = (contributor.given() + " " + contributor.family()).strip();
        String journal = journals.find(manuscript.journal())
                .map(JournalsKnown.KnownJournal::title)
                .orElse(manuscript.journal());
        Map<String, Object> model = new HashMap<>();
        model.put("name", name);
        model.put("journal", journal);
        model.put("number", manuscript.number().orElseThrow());
        model.put("title", metadata.title());
        model.put("version", number);
        model.put("at", Instant.parse(order.values().get("at")));
        model.put("byline", byline(metadata));
        model.put("link", publicUrl + "/author/manuscripts/" + manuscript.id());
        model.put("own", Optional.ofNullable(contributor.account()).isPresent() || contributor.corresponding());
        RenderedMail rendered = templates.render(
                order.template(),
                Languages.of(Optional.ofNullable(contributor.account())
                        .flatMap(addresses::language)
                        .orElse(null)),
                model);
        return new Ready(new Letter(
                name,
                contributor.email(),
                journal,
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                Map.of("Auto-Submitted", "auto-generated"),
                List.of()));
    }

    private static String byline(ManuscriptMetadata metadata) {
        return String.join(
                ", ",
                metadata.contributors().stream()
                        .map(one -> (one.given() + " " + one.family()).strip())
                        .toList());
    }
}
