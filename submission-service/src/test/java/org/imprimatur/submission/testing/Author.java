package org.imprimatur.submission.testing;

import java.util.UUID;

/** An author at a browser, who knows the way. */
public final class Author {

    private final RunningService service = RunningService.get();
    private final String account;
    private final Browser browser;

    public Author() {
        this("");
    }

    private Author(String kind) {
        account = kind + UUID.randomUUID();
        browser = service.signedIn(account, "Ghulam Mustafa");
    }

    /** One who has shown at ORCID that 0000-0002-1825-0097 is theirs. */
    public static Author withOrcid() {
        return new Author("orcid-");
    }

    public Browser browser() {
        return browser;
    }

    public String account() {
        return account;
    }

    /** A draft without anything in it. */
    public String draft() {
        Browser.Page file = browser.form(browser.get("/author/submit"), "/submit")
                .fill("where", "gpr/articles")
                .send();
        return file.path().split("/")[3];
    }

    /** A draft that could be handed in. */
    public String complete(String title) {
        String id = draft();
        at(id, "file", "/file")
                .attach("file", "water.docx", WordFiles.manuscript(title))
                .send();
        at(id, "about", "/about")
                .fill("title", title)
                .fill("abstract", "How water is shared.")
                .fill("keywords", "water; rivers")
                .send();
        at(id, "contributors", "/contributors")
                .fill("given-0", "Ghulam")
                .fill("family-0", "Mustafa")
                .fill("email-0", account + "@example.org")
                .fill("affiliation-0", "GC University, Faisalabad")
                .fill("corresponding", "0")
                .send();
        return id;
    }

    public String handedIn(String title) {
        String id = complete(title);
        at(id, "look", "/submission").send();
        return id;
    }

    /** The form of one of the manuscript's pages. */
    public Browser.FormFilled at(String id, String page, String actionEnd) {
        return browser.form(page(id, page), actionEnd);
    }

    public Browser.Page page(String id, String page) {
        return browser.get("/author/manuscripts/" + id + (page.isEmpty() ? "" : "/" + page));
    }
}
