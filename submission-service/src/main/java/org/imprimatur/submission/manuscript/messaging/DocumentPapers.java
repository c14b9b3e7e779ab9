package org.imprimatur.submission.manuscript.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.contracts.documents.ResponseToReviewers;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.submission.manuscript.AuthenticatedIds;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Papers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class DocumentPapers implements Papers {

    private final Documents documents;
    private final JsonMapper json;
    private final AuthenticatedIds ids;

    DocumentPapers(Documents documents, JsonMapper json, AuthenticatedIds ids) {
        this.ids = ids;
        this.documents = documents;
        this.json = json;
    }

    @Override
    public String keep(byte[] content) {
        return documents.keep(content);
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        return documents.read(sha256);
    }

    @Override
    public String keepMetadata(Manuscript manuscript) {
        Metadata typed = manuscript.metadata();
        return keepJson(new ManuscriptMetadata(
                typed.title().strip(),
                typed.abstractText().strip(),
                typed.keywords(),
                typed.language(),
                typed.contributors().stream()
                        .map(contributor -> new ManuscriptMetadata.Contributor(
                                contributor.given().strip(),
                                contributor.family().strip(),
                                contributor.email().strip(),
                                orNull(contributor.account()),
                                orNull(contributor.orcid()),
                                ids.proves(contributor),
                                orNull(contributor.position()),
                                contributor.affiliations().stream()
                                        .filter(place -> !place.name().isBlank())
                                        .map(place -> new ManuscriptMetadata.Affiliation(
                                                place.name().strip(), orNull(place.ror())))
                                        .toList(),
                                contributor.roles(),
                                contributor.corresponding()))
                        .toList(),
                reviewers(typed, Metadata.Wish.SUGGESTED),
                reviewers(typed, Metadata.Wish.OPPOSED),
                manuscript.attachments().stream()
                        .map(one -> new ManuscriptMetadata.File(
                                one.kind().word(), one.name(), one.sha256(), one.mediaType(), one.bytes()))
                        .toList()));
    }

    private static List<ManuscriptMetadata.NamedReviewer> reviewers(Metadata typed, Metadata.Wish wish) {
        return typed.reviewers().stream()
                .filter(one -> one.wish() == wish)
                .map(one -> new ManuscriptMetadata.NamedReviewer(
                        one.name().strip(),
                        orNull(one.email()),
                        orNull(one.institution()),
                        one.why().strip()))
                .toList();
    }

    @Override
    public String keepResponse(String text) {
        return keepJson(new ResponseToReviewers(text));
    }

    private String keepJson(Object document) {
        return documents.keep(json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
