package org.imprimatur.submission.portal.messaging;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.portal.Receipts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Receipts as the mail queue has them; who they went to stands in the version that was handed in. */
@Component
class QueuedReceipts implements Receipts {

    private static final Pattern CAUSE = Pattern.compile("manuscript/[^/]+/version/(\\d+)/(receipt|withdrawal)/(\\d+)");

    private final MailQueue mails;
    private final Documents documents;
    private final JsonMapper json;

    QueuedReceipts(MailQueue mails, Documents documents, JsonMapper json) {
        this.mails = mails;
        this.documents = documents;
        this.json = json;
    }

    @Override
    public List<Receipt> of(Manuscript manuscript) {
        List<ManuscriptMetadata> versions = manuscript.versions().stream()
                .map(version ->
                        json.readValue(documents.read(version.metadata()).orElseThrow(), ManuscriptMetadata.class))
                .toList();
        return mails.about(manuscript.id()).stream()
                .flatMap(mail -> receipt(mail, versions))
                .toList();
    }

    private static Stream<Receipt> receipt(MailState mail, List<ManuscriptMetadata> versions) {
        Matcher cause = CAUSE.matcher(mail.cause());
        if (!cause.matches()) {
            return Stream.empty();
        }
        int version = Integer.parseInt(cause.group(1));
        ManuscriptMetadata.Contributor contributor =
                versions.get(version - 1).contributors().get(Integer.parseInt(cause.group(3)));
        return Stream.of(new Receipt(
                version,
                cause.group(2).equals("withdrawal"),
                (contributor.given() + " " + contributor.family()).strip(),
                State.valueOf(mail.state().name()),
                mail.changedAt(),
                Optional.ofNullable(mail.reason())));
    }
}
