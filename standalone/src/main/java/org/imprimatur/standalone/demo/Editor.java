package org.imprimatur.standalone.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.standalone.browser.Form;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.People;
import org.jsoup.nodes.Element;

/** An editor of any kind at the dashboard: screens, chooses reviewers, decides, starts production. */
public class Editor extends Hand {

    public Editor(People.Person person, Stage stage) {
        super(person, stage);
    }

    public Page dashboard() {
        return open("/editor");
    }

    public Page manuscript(String number) {
        return open("/editor/manuscripts/" + number);
    }

    public void setPolicy(String journal, Map<String, String> settings) {
        Form form = open("/editor/" + journal + "/policy").form("/policy");
        settings.forEach(form::fill);
        form.send().expect(200);
    }

    public void addReviewer(String journal, People.Person reviewer) {
        open("/editor/" + journal + "/reviewers")
                .form("/reviewers")
                .fill("name", reviewer.fullName())
                .fill("address", reviewer.email())
                .fill("affiliation", reviewer.affiliation())
                .fill("expertise", "international relations")
                .send()
                .expect(200)
                .expect(reviewer.email());
    }

    public void passScreening(String number, String handlingEditor) {
        open("/editor/manuscripts/" + number + "/screening")
                .form("/screening")
                .fill("verdict", "pass")
                .fill("handlingEditor", handlingEditor)
                .send()
                .expect(200);
    }

    public void rejectAtDesk(String number, String letter) {
        open("/editor/manuscripts/" + number + "/screening")
                .form("/screening")
                .fill("verdict", "desk-reject")
                .fill("letter", letter)
                .send()
                .expect(200);
    }

    /** Chooses by the reviewers' names as the page shows them. */
    public void chooseReviewers(String number, List<People.Person> chosen, List<People.Person> alternates) {
        Page page = open("/editor/manuscripts/" + number + "/reviewers");
        Form form = page.form("/reviewers");
        form.clear("chosen").clear("alternate");
        chosen.forEach(reviewer -> form.tick("chosen", valueOf(page, "chosen", reviewer)));
        alternates.forEach(reviewer -> form.tick("alternate", valueOf(page, "alternate", reviewer)));
        form.send().expect(200);
    }

    private static String valueOf(Page page, String field, People.Person reviewer) {
        for (Element box : page.html().select("input[name=" + field + "]")) {
            for (Element around : box.parents()) {
                if (around.text().contains(reviewer.name())) {
                    if (around.select("input[name=" + field + "]").size() > 1) {
                        break;
                    }
                    return box.attr("value");
                }
            }
        }
        throw new NotAsExpected("the page offers no box “" + field + "” for " + reviewer.name() + ", only "
                + page.html().select("input[name=" + field + "]").stream()
                        .map(Element::outerHtml)
                        .collect(Collectors.joining(" ")));
    }

    /** Decides with a letter of the editor's own; the reviews are quoted below it as the page proposes. */
    public void decide(String number, String kind, String letter) {
        open("/editor/manuscripts/" + number + "/decision?kind=" + kind)
                .form("/decision")
                .fill("kind", kind)
                .fill("letter", letter)
                .send()
                .expect(200);
    }

    public void step(String number, String step) {
        manuscript(number).form("/production/" + step).send().expect(200);
    }
}
