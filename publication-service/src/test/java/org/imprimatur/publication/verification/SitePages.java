package org.imprimatur.publication.verification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.rendering.RenderingArticles;
import org.springframework.web.util.HtmlUtils;

/** An article's page and its issue's contents page, in the shape that the public site gives them. */
final class SitePages {

    private SitePages() {}

    static String landingPage(ArticleRecord record, RenderingArticles renderings) {
        String meta = renderings.metaTags(record).stream().map(SitePages::meta).collect(Collectors.joining());
        String byLine = record.contributors().stream()
                .map(it -> "<span>" + escaped(it.name().display()) + "<sup>1</sup></span>")
                .collect(Collectors.joining());
        String doi = escaped(record.doi().link().toString());
        return "<!doctype html><html><head><title>x</title>" + meta
                + "</head><body><main><article><header><p><a href=\"/i\">"
                + escaped("Volume " + record.issue().volumeLabel() + ", issue "
                        + record.issue().issueLabel() + ", " + record.issue().date())
                + "</a> · " + escaped(record.section()) + " · pages <span>"
                + record.pages().display()
                + "</span></p><h1>" + escaped(record.title()) + "</h1><p class=\"authors\">" + byLine
                + "</p><p><a href=\"/a/article.pdf\">PDF, " + record.pages().count() + " pages</a><a href=\"" + doi
                + "\">" + doi + "</a></p></header>" + renderings.html(record.text()) + "<dl><dt>Received</dt><dd>"
                + day(record.history().received()) + "</dd>"
                + record.history()
                        .revised()
                        .map(day -> "<dt>Revised</dt><dd>" + day(day) + "</dd>")
                        .orElse("")
                + "<dt>Accepted</dt><dd>" + day(record.history().accepted())
                + "</dd></dl></article></main></body></html>";
    }

    static String contentsPage(ArticleRecord record) {
        String names =
                record.contributors().stream().map(it -> it.name().display()).collect(Collectors.joining(", "));
        return "<!doctype html><html><body><main><article class=\"toc-entry\"><h3><a href=\"/other\">Another</a></h3>"
                + "<span class=\"pp\">Pages 1–2</span></article><article class=\"toc-entry\"><h3><a href=\""
                + record.landingPage().getPath() + "\">" + escaped(record.title())
                + "</a></h3><span class=\"pp\"><span class=\"vh\">Pages </span>"
                + record.pages().display()
                + "</span><p class=\"by\">" + escaped(names) + "</p><a href=\""
                + escaped(record.doi().link().toString()) + "\">x</a></article></main></body></html>";
    }

    private static String meta(Renderings.MetaTag tag) {
        return "<meta name=\"" + tag.name() + "\" content=\"" + escaped(tag.content()) + "\">";
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
