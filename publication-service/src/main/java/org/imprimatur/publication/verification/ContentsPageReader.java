package org.imprimatur.publication.verification;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads an article's entry on its issue's contents page. */
final class ContentsPageReader {

    private static final Pattern PAGES = Pattern.compile("[0-9]+(?:[–-][0-9]+)?");

    private ContentsPageReader() {}

    static Reading read(String html, URI landingPage) throws Unreadable {
        Document page = Jsoup.parse(html, landingPage.toString());
        Element title = page.select("main :is(h2, h3, h4) a[href]").stream()
                .filter(link -> link.attr("abs:href").equals(landingPage.toString()))
                .findFirst()
                .orElseThrow(() -> new Unreadable("It has no entry for the article."));
        Element entry = title.closest("article, li");
        if (entry == null) {
            throw new Unreadable("The article's entry has no bounds.");
        }
        Matcher pages = PAGES.matcher(entry.select(".pp").text());
        Element byLine = entry.selectFirst(".by");
        return new Reading("contents page")
                .says(Fact.TITLE, title.text())
                .says(
                        Fact.BY_LINE,
                        byLine == null ? List.of() : List.of(byLine.text().split(", (?:and )?| and | · ")))
                .says(Fact.PAGES, pages.find() ? pages.group().replace('-', '–') : "")
                .says(
                        Fact.DOI_LINK,
                        entry.select("a[href^=https://doi.org/]").stream()
                                .map(link -> link.attr("href"))
                                .toList());
    }
}
