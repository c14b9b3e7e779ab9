package org.imprimatur.publication.verification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.PersonName;

/** What the record says, fact by fact. */
final class Facts {

    private final Map<Fact, List<String>> facts = new EnumMap<>(Fact.class);

    /** @param apa the article's citation as it is given out, which other renderings repeat */
    Facts(ArticleRecord record, String apa) {
        people(record.contributors(), record.corresponding());
        put(Fact.TITLE, record.title());
        put(Fact.ABSTRACT, record.abstractText());
        facts.put(Fact.KEYWORDS, record.keywords());
        put(Fact.JOURNAL, record.journal().title());
        put(Fact.ABBREVIATION, record.journal().abbreviation());
        facts.put(
                Fact.ISSNS,
                Stream.of(record.journal().issnPrint(), record.journal().issnOnline())
                        .flatMap(Optional::stream)
                        .map(Object::toString)
                        .toList());
        put(Fact.PUBLISHER, record.journal().publisher());
        put(Fact.VOLUME, record.issue().volumeLabel());
        put(Fact.ISSUE, record.issue().issueLabel());
        put(Fact.ISSUE_LINE, record.issue().display());
        put(
                Fact.ISSUE_MARK,
                record.journal().abbreviation() + " " + record.issue().shortForm());
        put(Fact.YEAR, String.valueOf(record.issue().year()));
        put(
                Fact.DATE,
                record.issue()
                        .yearMonth()
                        .map(Object::toString)
                        .orElse(String.valueOf(record.issue().year())));
        put(Fact.SEASON, record.issue().season().map(season -> season.display()));
        put(Fact.PAGES, record.pages().display());
        put(Fact.FIRST_PAGE, String.valueOf(record.pages().first()));
        put(Fact.LAST_PAGE, String.valueOf(record.pages().last()));
        put(Fact.PAGE_COUNT, String.valueOf(record.pages().count()));
        facts.put(
                Fact.FOLIOS,
                IntStream.rangeClosed(record.pages().first(), record.pages().last())
                        .mapToObj(String::valueOf)
                        .toList());
        put(Fact.DOI, record.doi().value());
        put(Fact.DOI_LINK, record.doi().link().toString());
        put(Fact.ISSUE_DOI, record.issueDoi().value());
        put(Fact.VOLUME_DOI, record.volumeDoi().value());
        put(Fact.JOURNAL_DOI, record.journalDoi().value());
        put(Fact.ARTICLE_NUMBER, record.number().toString());
        put(Fact.MANUSCRIPT_NUMBER, record.article().manuscriptNumber());
        put(Fact.SECTION, record.section());
        put(Fact.ARTICLE_TYPE, record.articleType());
        put(Fact.RECEIVED, record.history().received().toString());
        put(Fact.REVISED, record.history().revised().map(Object::toString));
        put(Fact.ACCEPTED, record.history().accepted().toString());
        put(Fact.LICENCE, record.licence().map(licence -> licence.uri().toString()));
        put(Fact.LANGUAGE, record.language().toLanguageTag());
        put(Fact.LANDING_PAGE, record.landingPage().toString());
        put(Fact.PDF, record.pdf().toString());
        facts.put(
                Fact.BANNER,
                record.banner()
                        .map(banner -> Collections.nCopies(record.pages().count(), banner))
                        .orElse(List.of()));
        put(Fact.REFERENCE_COUNT, String.valueOf(record.text().references().size()));
        put(Fact.APA_CITATION, apa);
    }

    private void people(List<Contributor> contributors, Contributor corresponding) {
        List<PersonName> names = contributors.stream().map(Contributor::name).toList();
        facts.put(Fact.CONTRIBUTORS, names.stream().map(PersonName::inverted).toList());
        facts.put(Fact.BY_LINE, names.stream().map(PersonName::display).toList());
        facts.put(Fact.FAMILY_NAMES, names.stream().map(PersonName::family).toList());
        List<String> places = contributors.stream()
                .flatMap(contributor -> contributor.affiliations().stream())
                .map(Affiliation::name)
                .toList();
        facts.put(Fact.AFFILIATIONS_OF_EACH, places);
        facts.put(Fact.AFFILIATIONS, places.stream().distinct().toList());
        facts.put(
                Fact.ORCID_IDS,
                contributors.stream()
                        .flatMap(contributor -> contributor.orcid().stream())
                        .map(Object::toString)
                        .toList());
        facts.put(
                Fact.AUTHENTICATED_ORCID_IDS,
                contributors.stream()
                        .filter(Contributor::orcidAuthenticated)
                        .flatMap(contributor -> contributor.orcid().stream())
                        .map(Object::toString)
                        .toList());
        put(Fact.CORRESPONDING, corresponding.name().display());
        put(Fact.EMAIL, corresponding.email());
    }

    private void put(Fact fact, String value) {
        facts.put(fact, value.isBlank() ? List.of() : List.of(value));
    }

    private void put(Fact fact, Optional<String> value) {
        facts.put(fact, value.stream().toList());
    }

    List<String> of(Fact fact) {
        return facts.get(fact).stream().map(Reading::plain).toList();
    }
}
