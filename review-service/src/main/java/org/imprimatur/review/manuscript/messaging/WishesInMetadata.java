package org.imprimatur.review.manuscript.messaging;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.review.manuscript.AuthorsWishes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** They stand in the metadata of each version, and are kept nowhere else. */
@Component
class WishesInMetadata implements AuthorsWishes {

    private final Documents documents;
    private final JsonMapper json;

    WishesInMetadata(Documents documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public List<Wish> of(String metadata) {
        return documents
                .read(metadata)
                .map(document -> json.readValue(document, ManuscriptMetadata.class))
                .map(read -> Stream.concat(
                                read.suggestedReviewers().stream().map(one -> wish(false, one)),
                                read.opposedReviewers().stream().map(one -> wish(true, one)))
                        .toList())
                .orElse(List.of());
    }

    private static Wish wish(boolean opposed, ManuscriptMetadata.NamedReviewer one) {
        return new Wish(
                opposed,
                one.name(),
                Objects.requireNonNullElse(one.email(), ""),
                Objects.requireNonNullElse(one.institution(), ""),
                one.why());
    }
}
