package org.imprimatur.standalone.demo;

import org.imprimatur.standalone.browser.Form;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.Facts;
import org.imprimatur.standalone.demonstration.People;

/** Starts production, opens and closes issues. */
public final class ProductionEditor extends Editor {

    public ProductionEditor(People.Person person, Stage stage) {
        super(person, stage);
    }

    /** @return the issue's id */
    public String openIssue(String journal, Facts.Issue issue) {
        Page opened = open("/production/journals/" + journal + "/issues/new")
                .form("/issues")
                .fill("volume", String.valueOf(issue.volume()))
                .fill("number", String.valueOf(issue.issue()))
                .fill("season", issue.season().toUpperCase(java.util.Locale.ROOT))
                .fill("month", String.valueOf(issue.month()))
                .fill("year", String.valueOf(issue.year()))
                .send()
                .expect(200);
        return idOf(opened);
    }

    public Page board(String issue) {
        return open("/production/issues/" + issue);
    }

    public Page proof(String proof) {
        return open("/production/proofs/" + proof);
    }

    public void closeIssue(String issue) {
        Form lastLook = open("/production/issues/" + issue + "/closing").form("/closing");
        lastLook.send().expect(200);
    }

    private static String idOf(Page page) {
        String path = page.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
