package org.imprimatur.review.manuscript.messaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.manuscript.VersionContents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** They stand in the metadata document of each version, which never changes. */
@Component
class ContentsInMetadata implements VersionContents {

    private final Documents documents;
    private final JsonMapper json;

    ContentsInMetadata(Documents documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public Optional<Contents> of(Version version) {
        return documents
                .read(version.metadata())
                .map(document -> json.readValue(document, ManuscriptMetadata.class))
                .map(read -> new Contents(
                        Objects.requireNonNullElse(read.title(), ""),
                        Objects.requireNonNullElse(read.abstractText(), ""),
                        listed(read.keywords()).toList(),
                        listed(read.contributors())
                                .map(ContentsInMetadata::line)
                                .toList(),
                        read.files().stream()
                                .map(file -> new Attached(
                                        file.kind(), file.name(), file.sha256(), file.mediaType(), file.bytes()))
                                .toList()));
    }

    @Override
    public OptionalLong size(String sha256) {
        return documents.size(sha256);
    }

    private static String line(ManuscriptMetadata.Contributor one) {
        String places = listed(one.affiliations())
                .map(ManuscriptMetadata.Affiliation::name)
                .collect(Collectors.joining("; "));
        return one.given() + " " + one.family() + (places.isEmpty() ? "" : " (" + places + ")");
    }

    private static <T> Stream<T> listed(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }
}
