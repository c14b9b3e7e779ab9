package org.imprimatur.publication.rendering.citation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Contributor;

/** BibTeX in UTF-8, as biblatex and Biber read it. */
final class BibTex {

    private static final Map<Character, String> SPECIAL = Map.of(
            '\\', "\\textbackslash{}",
            '{', "\\{",
            '}', "\\}",
            '&', "\\&",
            '%', "\\%",
            '$', "\\$",
            '#', "\\#",
            '_', "\\_",
            '~', "\\textasciitilde{}",
            '^', "\\textasciicircum{}");

    private BibTex() {}

    static String write(ArticleRecord record) {
        StringBuilder out = new StringBuilder("@article{" + key(record));
        field(out, "author", record.contributors().stream().map(BibTex::name).collect(Collectors.joining(" and ")));
        field(out, "title", "{" + escape(record.title().strip()) + "}");
        field(out, "journal", escape(record.journal().title()));
        field(out, "volume", escape(record.issue().volumeLabel()));
        field(out, "number", escape(record.issue().issueLabel()));
        field(out, "pages", record.pages().toString().replace("-", "--"));
        field(out, "year", String.valueOf(record.issue().year()));
        record.issue()
                .month()
                .ifPresent(month -> out.append(",\n  month = ")
                        .append(month.name().substring(0, 3).toLowerCase(Locale.ROOT)));
        record.journal()
                .issnOnline()
                .or(() -> record.journal().issnPrint())
                .ifPresent(issn -> field(out, "issn", issn.value()));
        field(out, "publisher", escape(record.journal().publisher()));
        field(out, "doi", record.doi().value());
        field(out, "url", record.doi().link().toString());
        if (!record.keywords().isEmpty()) {
            field(out, "keywords", escape(String.join(", ", record.keywords())));
        }
        field(
                out,
                "langid",
                record.language().getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
        return out.append("\n}\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }

    // braces keep a family name of several words, or one that holds "and", together
    private static String name(Contributor contributor) {
        String family = escape(contributor.name().family());
        String whole = family.matches(".*[\\s,].*") ? "{" + family + "}" : family;
        return contributor.name().given().isEmpty()
                ? "{" + family + "}"
                : whole + ", " + escape(contributor.name().given());
    }

    private static String key(ArticleRecord record) {
        String family = plain(record.contributors().get(0).name().family());
        String word = Arrays.stream(record.title().split("\\s+"))
                .map(BibTex::plain)
                .filter(letters -> letters.length() > 3)
                .findFirst()
                .orElse("");
        return (family.isEmpty() ? "article" : family) + record.issue().year() + word;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String escape(String text) {
        return text.chars()
                .mapToObj(character -> SPECIAL.getOrDefault((char) character, String.valueOf((char) character)))
                .collect(Collectors.joining());
    }
}
