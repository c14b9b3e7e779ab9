package org.imprimatur.publication.verification;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CSL-JSON. */
final class CslJsonReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CslJsonReader() {}

    static Reading read(String json) throws Unreadable {
        JsonNode item;
        try {
            item = JSON.readTree(json).path(0);
        } catch (JacksonException e) {
            throw new Unreadable(e);
        }
        JsonNode date = item.path("issued").path("date-parts").path(0);
        String issns = text(item, "ISSN");
        String keywords = text(item, "keyword");
        return new Reading("csl-json")
                .says(Fact.TITLE, text(item, "title"))
                .says(
                        Fact.CONTRIBUTORS,
                        StreamSupport.stream(item.path("author").spliterator(), false)
                                .map(CslJsonReader::name)
                                .toList())
                .says(Fact.JOURNAL, text(item, "container-title"))
                .says(Fact.ABBREVIATION, text(item, "container-title-short"))
                .says(Fact.PUBLISHER, text(item, "publisher"))
                .says(Fact.VOLUME, text(item, "volume"))
                .says(Fact.ISSUE, text(item, "issue"))
                .says(Fact.PAGES, text(item, "page").replace('-', '–'))
                .says(
                        Fact.DATE,
                        date.path(0).asString("")
                                + (date.has(1) ? "-%02d".formatted(date.path(1).asInt()) : ""))
                .says(Fact.DOI, text(item, "DOI"))
                .says(Fact.DOI_LINK, text(item, "URL"))
                .says(Fact.ISSNS, issns.isEmpty() ? List.of() : List.of(issns.split(", ")))
                .says(Fact.LANGUAGE, text(item, "language"))
                .says(Fact.ABSTRACT, text(item, "abstract"))
                .says(Fact.KEYWORDS, keywords.isEmpty() ? List.of() : List.of(keywords.split(", ")));
    }

    private static String name(JsonNode name) {
        String given = text(name, "given");
        return text(name, "family") + (given.isEmpty() ? "" : ", " + given);
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asString("");
    }
}
