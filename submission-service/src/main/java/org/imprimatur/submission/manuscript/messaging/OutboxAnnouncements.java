package org.imprimatur.submission.manuscript.messaging;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.contracts.submission.ManuscriptFileSeen;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.contracts.submission.ManuscriptWithdrawn;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.Announcements;
import org.imprimatur.submission.manuscript.Event;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Version;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutboxAnnouncements implements Announcements {

    private final Outbox outbox;
    private final MailQueue mails;
    private final Documents documents;
    private final JsonMapper json;

    OutboxAnnouncements(Outbox outbox, MailQueue mails, Documents documents, JsonMapper json) {
        this.outbox = outbox;
        this.mails = mails;
        this.documents = documents;
        this.json = json;
    }

    @Override
    public void tell(Event event, Actor actor) {
        tellAgain(event, actor);
        if (event instanceof Event.HandedIn handedIn) {
            mail(handedIn.manuscript(), handedIn.version(), "receipt", "submission/received");
        } else if (event instanceof Event.Revised revised) {
            mail(revised.manuscript(), revised.version(), "receipt", "submission/revision-received");
        } else if (event instanceof Event.Withdrawn withdrawn) {
            List<Version> versions = withdrawn.manuscript().versions();
            mail(withdrawn.manuscript(), versions.get(versions.size() - 1), "withdrawal", "submission/withdrawn");
        }
    }

    @Override
    public void tellAgain(Event event, Actor actor) {
        Manuscript manuscript = event.manuscript();
        if (event instanceof Event.HandedIn handedIn) {
            Version version = handedIn.version();
            outbox.say(
                    new ManuscriptSubmitted(
                            manuscript.id(),
                            manuscript.number().orElseThrow(),
                            manuscript.journal(),
                            manuscript.section(),
                            manuscript.type().jats(),
                            version.number(),
                            version.metadata(),
                            version.file().sha256(),
                            version.file().intakeReport(),
                            version.file().intake().errors(),
                            version.file().intake().warnings(),
                            correspondingAccount(manuscript),
                            accounts(manuscript),
                            version.submittedAt()),
                    actor.id());
        } else if (event instanceof Event.Revised revised) {
            Version version = revised.version();
            outbox.say(
                    new ManuscriptRevised(
                            manuscript.id(),
                            version.number(),
                            version.metadata(),
                            version.file().sha256(),
                            version.response().orElse(null),
                            version.file().intakeReport(),
                            version.file().intake().errors(),
                            version.file().intake().warnings(),
                            version.submittedAt(),
                            accounts(manuscript)),
                    actor.id());
        } else if (event instanceof Event.Fetched fetched) {
            outbox.say(
                    new ManuscriptFileSeen(
                            manuscript.id(),
                            fetched.version(),
                            fetched.attached() ? "attachment" : "manuscript",
                            fetched.sha256(),
                            fetched.at()),
                    actor.id());
        } else if (event instanceof Event.Withdrawn) {
            outbox.say(
                    new ManuscriptWithdrawn(
                            manuscript.id(), manuscript.withdrawal().orElse(null)),
                    actor.id());
        }
    }

    // to every contributor of that version, so that nothing is done in anybody's name without their knowing
    private void mail(Manuscript manuscript, Version version, String what, String template) {
        int contributors = json.readValue(documents.read(version.metadata()).orElseThrow(), ManuscriptMetadata.class)
                .contributors()
                .size();
        for (int at = 0; at < contributors; at++) {
            mails.queue(new MailOrder(
                    "manuscript/%s/version/%d/%s/%d".formatted(manuscript.id(), version.number(), what, at),
                    manuscript.id(),
                    "contributor/%d".formatted(at),
                    template,
                    Map.of(
                            "version",
                            String.valueOf(version.number()),
                            "at",
                            manuscript.changedAt().toString())));
        }
    }

    // the owner answers for a corresponding author who has no account here
    private static String correspondingAccount(Manuscript manuscript) {
        return manuscript.metadata().contributors().stream()
                .filter(Contributor::corresponding)
                .map(Contributor::account)
                .filter(account -> account != null && !account.isBlank())
                .findFirst()
                .orElse(manuscript.owner());
    }

    private static List<String> accounts(Manuscript manuscript) {
        return Stream.concat(
                        Stream.of(manuscript.owner()),
                        manuscript.metadata().contributors().stream().map(Contributor::account))
                .filter(Objects::nonNull)
                .filter(account -> !account.isBlank())
                .distinct()
                .toList();
    }
}
