package org.imprimatur.publication.production.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Checked;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.CreditRole;
import org.imprimatur.publication.bibliographic.Orcid;
import org.imprimatur.publication.bibliographic.PersonName;
import org.imprimatur.publication.bibliographic.Ror;
import org.imprimatur.publication.production.GalleyOrder;
import org.imprimatur.publication.production.Manuscripts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets what the author handed in from submission-service, or what production has corrected, and remembers the last few
 * that were read.
 */
@Component
class FetchedManuscripts implements Manuscripts {
    private static final String PEER = "submission";
    private static final int REMEMBERED = 60;
    private final Documents documents;
    private final JsonMapper json;
    private final ReadingManuscripts reading;

    /** By the names of both documents, so it can never be out of date. */
    private final Map<String, Source> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
            return size() > REMEMBERED;
        }
    };

    FetchedManuscripts(
            Documents documents,
            JsonMapper json,
            @Value("${imprimatur.manuscript.most-bytes:31457280}") long mostBytes) {
        this.documents = documents;
        this.json = json;
        this.reading = new ReadingManuscripts(mostBytes);
    }

    @Override
    public Source read(GalleyOrder order) {
        String key = order.metadata() + order.corrected().orElse(order.file());
        synchronized (remembered) {
            Source known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        Source source = fetched(order);
        synchronized (remembered) {
            remembered.put(key, source);
        }
        return source;
    }

    @Override
    public Optional<String> problem(String name, byte[] file) {
        return reading.read(file, name) instanceof ReadingResult.Unreadable unreadable
                ? Optional.of(unreadable.message())
                : Optional.empty();
    }

    private Source fetched(GalleyOrder order) {
        byte[] metadata = documents.fetch(order.metadata(), PEER);
        byte[] file = order.corrected()
                .map(own -> documents.read(own).orElseThrow())
                .orElseGet(() -> documents.fetch(order.file(), PEER));
        ReadingResult result = reading.read(file, order.number() + ".docx");
        if (result instanceof ReadingResult.Unreadable unreadable) {
            return new Unreadable(unreadable.message());
        }
        try {
            return readable(json.readValue(metadata, ManuscriptMetadata.class), (ReadingResult.Read) result);
        } catch (JacksonException noMetadata) {
            return new Unreadable("The by-line metadata can't be read. Tell the administrator.");
        }
    }

    private static Source readable(ManuscriptMetadata metadata, ReadingResult.Read read) {
        List<String> problems = new ArrayList<>();
        List<Contributor> contributors =
                Objects.requireNonNullElse(metadata.contributors(), List.<ManuscriptMetadata.Contributor>of()).stream()
                        .flatMap(one -> contributor(one, problems).stream())
                        .toList();
        if (!problems.isEmpty()) {
            return new Unreadable(String.join(" ", problems));
        }
        return new Readable(
                text(metadata.title()),
                text(metadata.abstractText()),
                Objects.requireNonNullElse(metadata.keywords(), List.of()),
                Locale.forLanguageTag(metadata.language() == null ? "en" : metadata.language()),
                contributors,
                metadata.contributors().stream()
                        .map(ManuscriptMetadata.Contributor::account)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                read.text());
    }

    private static Optional<Contributor> contributor(ManuscriptMetadata.Contributor one, List<String> problems) {
        if (text(one.family()).isBlank()) {
            problems.add("A contributor has no family name.");
            return Optional.empty();
        }
        PersonName name = new PersonName(text(one.given()), one.family());
        return Optional.of(new Contributor(
                name,
                Optional.ofNullable(one.position()).filter(position -> !position.isBlank()),
                one.corresponding() ? Optional.ofNullable(one.email()) : Optional.empty(),
                checked(one.orcid(), Orcid::parse, name, problems),
                one.orcidAuthenticated(),
                Objects.requireNonNullElse(one.affiliations(), List.<ManuscriptMetadata.Affiliation>of()).stream()
                        .filter(affiliation -> !text(affiliation.name()).isBlank())
                        .map(affiliation -> new Affiliation(
                                affiliation.name(), checked(affiliation.ror(), Ror::parse, name, problems)))
                        .toList(),
                Objects.requireNonNullElse(one.roles(), List.<String>of()).stream()
                        .flatMap(role -> role(role, name, problems).stream())
                        .toList(),
                one.corresponding()));
    }

    private static Optional<CreditRole> role(String role, PersonName name, List<String> problems) {
        Optional<CreditRole> known = CreditRole.of(role);
        if (known.isEmpty()) {
            problems.add(name.display() + ": \"" + role + "\" is no CRediT role.");
        }
        return known;
    }

    private static <T> Optional<T> checked(
            String typed, Function<String, Checked<T>> parse, PersonName name, List<String> problems) {
        if (text(typed).isBlank()) {
            return Optional.empty();
        }
        Checked<T> checked = parse.apply(typed);
        checked.problem().ifPresent(problem -> problems.add(name.display() + ": " + problem));
        return checked.found();
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
