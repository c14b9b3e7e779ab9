package org.imprimatur.publication.rendering.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.bibliographic.Contributor;

/** What is set: an article, and its place as soon as it has one. Only these methods tell a proof from a final galley. */
record Galley(ArticleUnderProduction article, Optional<ArticleRecord> record) {

    private static final int LONGEST_SHORT_TITLE = 58;

    static Galley proof(ArticleUnderProduction article) {
        return new Galley(article, Optional.empty());
    }

    static Galley of(ArticleRecord record) {
        return new Galley(record.article(), Optional.of(record));
    }

    int firstPage() {
        return record.map(it -> it.pages().first()).orElse(1);
    }

    String issueLine() {
        return record.map(it -> it.issue().display()).orElse("Proof: volume and issue follow");
    }

    /** For the running head. */
    String issueMark() {
        return article.journal().abbreviation()
                + record.map(it -> " " + it.issue().shortForm()).orElse(" · Proof");
    }

    /** The DOI as it is shown and linked; empty in a proof. */
    Optional<String> doiLink() {
        return record.map(it -> it.doi().link().toString());
    }

    String doiPlaceholder() {
        return "https://doi.org/" + article.doiPlaceholder();
    }

    String authors() {
        return article.contributors().stream()
                .map(contributor -> contributor.name().display())
                .collect(Collectors.joining(", "));
    }

    String shortAuthors() {
        List<String> families = article.contributors().stream()
                .map(Contributor::name)
                .map(name -> name.family())
                .toList();
        return switch (families.size()) {
            case 1 -> families.get(0);
            case 2 -> families.get(0) + " and " + families.get(1);
            case 3 -> families.get(0) + ", " + families.get(1) + " and " + families.get(2);
            default -> families.get(0) + " et al.";
        };
    }

    /** The title up to a word's end, without its subtitle where that makes it fit. */
    String shortTitle() {
        String title = article.title().strip();
        int room = Math.max(24, LONGEST_SHORT_TITLE - Math.max(0, shortAuthors().length() - 20));
        if (title.length() <= room) {
            return title;
        }
        int colon = title.indexOf(": ");
        if (colon > 8 && colon <= room) {
            return title.substring(0, colon);
        }
        int space = title.lastIndexOf(' ', room);
        return title.substring(0, space > room / 2 ? space : room).replaceFirst("[\\s,;:–-]+$", "") + "…";
    }
}
