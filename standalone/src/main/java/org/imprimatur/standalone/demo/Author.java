package org.imprimatur.standalone.demo;

import java.util.List;
import org.imprimatur.standalone.browser.Form;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.People;
import org.imprimatur.standalone.demonstration.TitlePage;

/** Hands in manuscripts and revisions, and checks proofs. */
public final class Author extends Hand {

    public Author(People.Person person, Stage stage) {
        super(person, stage);
    }

    /** Begins a draft and uploads the file. @return the manuscript's id */
    public String upload(String journal, String fileName, byte[] file) {
        Page chosen = open("/author/submit");
        Form form = chosen.form("/author/submit");
        String where = chosen.html().select("input[name=where]").eachAttr("value").stream()
                .filter(value -> value.startsWith(journal + "/"))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("no section of " + journal));
        Page filePage = form.fill("where", where).send().expect(200);
        String id = filePage.address().getPath().split("/")[3];
        attach(id, fileName, file);
        return id;
    }

    /** @return the page with the intake report */
    public Page attach(String id, String fileName, byte[] file) {
        return open("/author/manuscripts/" + id + "/file")
                .form("/file")
                .attach("file", fileName, file)
                .send()
                .expect(200);
    }

    public void describe(String id, TitlePage title) {
        open("/author/manuscripts/" + id + "/about")
                .form("/about")
                .fill("title", title.title())
                .fill("abstract", title.abstractText())
                .fill("keywords", String.join("; ", title.keywords()))
                .send()
                .expect(200);
    }

    /** Names all contributors; the account is the corresponding author's own. */
    public void nameContributors(String id, List<TitlePage.Author> authors) {
        Page page = open("/author/manuscripts/" + id + "/contributors");
        while (!has(page, "family-" + (authors.size() - 1))) {
            page = page.form("/contributors").press("act", "add").expect(200);
        }
        while (has(page, "family-" + authors.size())) {
            page = page.form("/contributors")
                    .press("act", "remove-" + authors.size())
                    .expect(200);
        }
        Form form = page.form("/contributors");
        for (int at = 0; at < authors.size(); at++) {
            People.Person contributor = authors.get(at).person();
            form.fill("given-" + at, contributor.given())
                    .fill("family-" + at, contributor.family())
                    .fill("email-" + at, contributor.email())
                    .fill("position-" + at, contributor.position())
                    .fill("affiliation-" + at, contributor.affiliation());
            if (authors.get(at).corresponding()) {
                form.fill("corresponding", String.valueOf(at));
            }
        }
        form.send().expect(200);
    }

    private static boolean has(Page page, String field) {
        return page.form("/contributors").has(field);
    }

    /** @return the page that says where the manuscript is */
    public Page handIn(String id) {
        return open("/author/manuscripts/" + id + "/look")
                .form("/submission")
                .send()
                .expect(200);
    }

    public void respond(String id, String response) {
        open("/author/manuscripts/" + id + "/file")
                .form("/response")
                .fill("response", response)
                .send()
                .expect(200);
    }

    public Author signedIn() {
        signIn();
        return this;
    }

    public void approve(String proof) {
        open("/production/proofs/" + proof).form("/approval").send().expect(200);
    }

    public void withdraw(String id, String reason) {
        open("/author/manuscripts/" + id)
                .form("/withdrawal")
                .fill("reason", reason)
                .send()
                .expect(200);
    }

    public byte[] intakeReport(String id, String sha256) {
        return browser.download("/author/manuscripts/" + id + "/reports/" + sha256);
    }

    public Page manuscript(String id) {
        return open("/author/manuscripts/" + id);
    }
}
