package org.imprimatur.publication.verification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the article's page on the public site: what search engines read, and what people see. */
final class LandingPageReader {

    private static final Pattern PAGES = Pattern.compile("(?i)\\bpages? ([0-9]+(?:[–-][0-9]+)?)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) pages?");
    private static final Pattern ISSUE = Pattern.compile("(?i)volume .*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Document page;
    private final Reading reading = new Reading("landing page");

    private LandingPageReader(Document page) {
        this.page = page;
    }

    static Reading read(String html) {
        LandingPageReader reader = new LandingPageReader(Jsoup.parse(html));
        reader.highwire();
        reader.dublinCore();
        reader.visible();
        return reader.reading;
    }

    private void highwire() {
        meta("citation_title", Fact.TITLE);
        meta("citation_author", Fact.CONTRIBUTORS);
        meta("citation_author_institution", Fact.AFFILIATIONS_OF_EACH);
        reading.says(
                "citation_author_orcid",
                Fact.ORCID_IDS,
                content("citation_author_orcid").stream()
                        .map(link -> link.replace("https://orcid.org/", ""))
                        .toList());
        reading.says(
                "citation_publication_date",
                Fact.DATE,
                content("citation_publication_date").stream()
                        .map(date -> date.replace('/', '-'))
                        .toList());
        meta("citation_journal_title", Fact.JOURNAL);
        meta("citation_journal_abbrev", Fact.ABBREVIATION);
        meta("citation_publisher", Fact.PUBLISHER);
        meta("citation_issn", Fact.ISSNS);
        meta("citation_volume", Fact.VOLUME);
        meta("citation_issue", Fact.ISSUE);
        meta("citation_firstpage", Fact.FIRST_PAGE);
        meta("citation_lastpage", Fact.LAST_PAGE);
        meta("citation_doi", Fact.DOI);
        meta("citation_abstract_html_url", Fact.LANDING_PAGE);
        meta("citation_pdf_url", Fact.PDF);
        meta("citation_language", Fact.LANGUAGE);
        meta("citation_keywords", Fact.KEYWORDS);
    }

    private void dublinCore() {
        meta("DC.title", Fact.TITLE);
        meta("DC.creator", Fact.CONTRIBUTORS);
        meta("DC.subject", Fact.KEYWORDS);
        meta("DC.description", Fact.ABSTRACT);
        meta("DC.publisher", Fact.PUBLISHER);
        meta("DC.date", Fact.DATE);
        meta("DC.identifier", Fact.DOI_LINK);
        meta("DC.language", Fact.LANGUAGE);
        meta("DC.rights", Fact.LICENCE);
        reading.says(
                "DC.source",
                Fact.JOURNAL,
                content("DC.source").stream().limit(1).toList());
        reading.says(
                "DC.source (ISSN)",
                Fact.ISSNS,
                content("DC.source").stream().skip(1).toList());
    }

    private void visible() {
        Element head = page.selectFirst("main header");
        Element seen = head == null ? page.body() : head;
        reading.says("visible title", Fact.TITLE, text(page.selectFirst("main h1")));
        reading.says(
                "visible by-line",
                Fact.BY_LINE,
                seen.select(".authors > span").stream().map(Element::ownText).toList());
        reading.says("visible issue", Fact.ISSUE_LINE, issue(seen));
        reading.says("visible pages", Fact.PAGES, first(PAGES, seen.text()).replace('-', '–'));
        reading.says("visible page count", Fact.PAGE_COUNT, first(COUNT, text(seen.selectFirst("a[href$=.pdf]"))));
        reading.says(
                "visible DOI",
                Fact.DOI_LINK,
                seen.select("a[href^=https://doi.org/]").stream()
                        .map(Element::text)
                        .toList());
        reading.says(
                "link of the DOI",
                Fact.DOI_LINK,
                seen.select("a[href^=https://doi.org/]").stream()
                        .map(link -> link.attr("href"))
                        .toList());
        reading.says("visible date received", Fact.RECEIVED, day("Received"));
        reading.says("visible date revised", Fact.REVISED, day("Revised"));
        reading.says("visible date accepted", Fact.ACCEPTED, day("Accepted"));
    }

    // the site writes "issue" small within the line
    private static String issue(Element seen) {
        return seen.select("a").stream()
                .map(Element::text)
                .filter(text -> ISSUE.matcher(text).matches())
                .findFirst()
                .map(text -> text.replace(", issue ", ", Issue "))
                .orElse("");
    }

    private String day(String name) {
        String shown = page.select("dt").stream()
                .filter(term -> term.text().equals(name) && term.nextElementSibling() != null)
                .findFirst()
                .map(term -> term.nextElementSibling().text())
                .orElse("");
        try {
            return LocalDate.parse(shown, DAY).toString();
        } catch (DateTimeParseException otherwiseWritten) {
            return shown;
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String text(Element element) {
        return element == null ? "" : element.text();
    }

    private void meta(String name, Fact fact) {
        reading.says(name, fact, content(name));
    }

    private List<String> content(String name) {
        return page.select("meta[name=" + name + "]").stream()
                .map(meta -> meta.attr("content"))
                .toList();
    }
}
