package org.imprimatur.standalone.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.browser.Onlooker.Seen;
import org.imprimatur.standalone.browser.Page;

/** Goes round after each step and opens what people would look at then, so that whoever looks on sees it too. */
final class Sights {

    private final Stage stage;
    private final Story story;
    private final Onlooker onlooker;
    private final Browser reader;

    Sights(Stage stage, Story story) {
        this.stage = stage;
        this.story = story;
        this.onlooker = stage.onlooker;
        this.reader = new Browser(stage.home(), "A reader", onlooker);
    }

    void begins(String step) {
        onlooker.begins(step);
    }

    void ended(int step) {
        switch (step) {
            case 1 -> journal();
            case 3 -> handedIn();
            case 5 -> invited();
            case 6 -> reviewed();
            case 7 -> revisionAsked();
            case 9 -> editor().manuscript(story.number());
            case 10 -> accepted();
            case 12 -> placed();
            case 13 -> published();
            default -> {
                // its own pages say it all
            }
        }
    }

    private Editor editor() {
        return story.handlingEditor();
    }

    private void journal() {
        reader.open("/");
        reader.open("/" + Story.JOURNAL);
        reader.open("/sign-up");
        reader.open("/password/forgotten");
        reader.open("/sign-in")
                .form("/sign-in")
                .fill("address", "nobody@example.org")
                .fill("password", "not the right one")
                .send();
        Administrator administrator = story.administrator();
        administrator.open("/admin/accounts");
        administrator.open("/account");
        administrator.open("/production/journals/" + Story.JOURNAL);
        ProductionEditor production = story.productionEditor();
        production.open("/production/journals");
        production.open("/production/issues");
        production.board(story.issue());
        story.managingEditor().dashboard();
    }

    private void handedIn() {
        story.author().open("/author");
        story.author().manuscript(story.article());
        stage.untilTrue(
                "the managing editor's dashboard shows " + story.number(),
                () -> story.managingEditor().dashboard().says(story.number()));
        story.managingEditor().manuscript(story.number());
        story.managingEditor().open("/editor/manuscripts/" + story.number() + "/versions/1/intake");
    }

    private void invited() {
        editor().dashboard();
        editor().manuscript(story.number());
        reader.open(link(1));
        reader.open(link(2));
        reader.open(link(0).replaceFirst("[^/]{6}$", "abcdef"));
        reader.open(link(4));
    }

    private String link(int reviewer) {
        return Reviewer.link(story.invitation(reviewer));
    }

    private void reviewed() {
        editor().dashboard();
        editor().manuscript(story.number());
        reader.open(link(0));
        reader.open(link(4));
    }

    private void revisionAsked() {
        editor().manuscript(story.number());
        story.author().open("/author");
        story.author().manuscript(story.article());
    }

    private void accepted() {
        story.productionEditor().dashboard();
        story.productionEditor().manuscript(story.number());
        story.author().manuscript(story.article());
    }

    private void placed() {
        story.productionEditor().open("/production/issues");
        story.productionEditor().board(story.issue());
        editor().manuscript(story.number());
    }

    private void published() {
        Page home = reader.open("/" + Story.JOURNAL);
        home.html().select("main a[href^=/" + Story.JOURNAL + "]").eachAttr("href").stream()
                .distinct()
                .limit(6)
                .forEach(reader::open);
        reader.open(story.articlePath());
        reader.open("/" + Story.JOURNAL + "/issues");
        reader.open(story.articlePath() + "9");
        reader.open("/nothing/here");
        story.author().browser.open("/editor");
        story.author().browser.open("/author/manuscripts/00000000-0000-0000-0000-000000000000");
        story.author().open("/author");
        story.author().manuscript(story.article());
        editor().dashboard();
        editor().manuscript(story.number());
        story.managingEditor().open("/editor/troubles");
        story.productionEditor().board(story.issue());
        story.administrator().open("/production/journals/" + Story.JOURNAL);
        sandboxes();
    }

    private void sandboxes() {
        Browser mailBox = new Browser(stage.mail.webUrl(), "The mail box", onlooker);
        mailBox.open("/");
        for (MailMessage mail : stage.mail.messages()) {
            URI at = stage.mail.webUrl().resolve("/html/" + mail.subject().replaceAll("[^A-Za-z]+", "-"));
            mail.html()
                    .ifPresent(html -> onlooker.sees(new Seen(
                            "The mails",
                            "GET",
                            at,
                            200,
                            Map.of("content-type", List.of("text/html; charset=utf-8")),
                            html,
                            List.of())));
        }
        mailBox.open("/").html().select("main a[href]").eachAttr("href").stream()
                .limit(2)
                .forEach(mailBox::open);
        Browser agency = new Browser(stage.agency.baseUrl(), "The DOI sandbox", onlooker);
        agency.open("/").html().select("main a[href^=/submissions]").eachAttr("href").stream()
                .limit(2)
                .forEach(agency::open);
    }
}
