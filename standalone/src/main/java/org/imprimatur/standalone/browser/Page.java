package org.imprimatur.standalone.browser;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a person sees it. */
public final class Page {

    private final Browser browser;
    private final URI address;
    private final int status;
    private final Document document;
    private final String source;

    Page(Browser browser, URI address, int status, Document document, String source) {
        this.browser = browser;
        this.address = address;
        this.status = status;
        this.document = document;
        this.source = source;
    }

    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    /** As it came over the wire. */
    public String source() {
        return source;
    }

    /** The page's words. */
    public String text() {
        return document == null ? source : document.text();
    }

    public boolean says(String words) {
        return text().contains(words);
    }

    /** This page, when it came with this status; what it says instead is in the fault. */
    public Page expect(int wanted) {
        if (status != wanted) {
            throw new NotAsExpected(
                    "%s answered %d, not %d: %s".formatted(address.getPath(), status, wanted, shortened(main())));
        }
        return this;
    }

    public Page expect(String words) {
        if (!says(words)) {
            throw new NotAsExpected(
                    "%s doesn't say “%s” but: %s".formatted(address.getPath(), words, shortened(main())));
        }
        return this;
    }

    private String main() {
        Element main = document == null ? null : document.selectFirst("main");
        return main == null ? text() : main.text();
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + " …" : text;
    }

    /** The addresses of links whose words contain these. */
    public List<String> links(String words) {
        return html().select("a[href]").stream()
                .filter(link -> link.text().contains(words))
                .map(link -> link.absUrl("href"))
                .toList();
    }

    /** Follows the first link with these words. */
    public Page follow(String words) {
        return links(words).stream()
                .findFirst()
                .map(browser::open)
                .orElseThrow(() -> new NotAsExpected(
                        "%s has no link “%s”: %s".formatted(address.getPath(), words, shortened(main()))));
    }

    /** The form that is sent to an address ending so: one that acts before one that searches. */
    public Form form(String actionEnd) {
        return html().select("form").stream()
                .filter(form -> action(form).endsWith(actionEnd))
                .min(Comparator.comparing(form -> !form.attr("method").equalsIgnoreCase("post")))
                .map(form -> new Form(browser, form))
                .orElseThrow(() -> new NotAsExpected("%s has no form for “%s”, only %s: %s"
                        .formatted(
                                address.getPath(),
                                actionEnd,
                                html().select("form").stream().map(Page::action).toList(),
                                shortened(main()))));
    }

    public boolean hasForm(String actionEnd) {
        return document != null
                && document.select("form").stream()
                        .anyMatch(form -> action(form).endsWith(actionEnd));
    }

    private static String action(Element form) {
        String action = form.absUrl("action");
        return action.isEmpty() ? form.baseUri() : action;
    }

    public Document html() {
        if (document == null) {
            throw new NotAsExpected(address.getPath() + " is no page");
        }
        return document;
    }
}
