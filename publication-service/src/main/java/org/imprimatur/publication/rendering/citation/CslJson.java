package org.imprimatur.publication.rendering.citation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.PersonName;
import tools.jackson.databind.json.JsonMapper;

/** CSL-JSON 1.0.2, an array of one item, as reference managers take it in. */
final class CslJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CslJson() {}

    static String write(ArticleRecord record) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", record.doi().value());
        item.put("type", "article-journal");
        item.put("title", record.title().strip());
        item.put(
                "author",
                record.contributors().stream()
                        .map(contributor -> name(contributor.name()))
                        .toList());
        item.put("container-title", record.journal().title());
        item.put("container-title-short", record.journal().abbreviation());
        item.put("publisher", record.journal().publisher());
        item.put("volume", record.issue().volumeLabel());
        item.put("issue", record.issue().issueLabel());
        item.put("page", record.pages().toString());
        item.put(
                "issued",
                Map.of(
                        "date-parts",
                        List.of(record.issue()
                                .month()
                                .map(month -> List.of(record.issue().year(), month.getValue()))
                                .orElse(List.of(record.issue().year())))));
        item.put("DOI", record.doi().value());
        item.put("URL", record.doi().link().toString());
        List<String> issns = Stream.of(
                        record.journal().issnPrint(), record.journal().issnOnline())
                .flatMap(issn -> issn.stream().map(Object::toString))
                .toList();
        if (!issns.isEmpty()) {
            item.put("ISSN", String.join(", ", issns));
        }
        item.put("language", record.language().toLanguageTag());
        item.put("abstract", record.abstractText().strip());
        if (!record.keywords().isEmpty()) {
            item.put("keyword", String.join(", ", record.keywords()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item));
    }

    private static Map<String, String> name(PersonName name) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("family", name.family());
        if (!name.given().isEmpty()) {
            parts.put("given", name.given());
        }
        return parts;
    }
}
