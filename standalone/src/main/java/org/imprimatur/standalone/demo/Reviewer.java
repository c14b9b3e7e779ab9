package org.imprimatur.standalone.demo;

import java.net.URI;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.browser.Form;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.Correspondence;
import org.imprimatur.standalone.demonstration.People;

/** A reviewer without an account: everything begins at the link of a mail. */
public final class Reviewer extends Hand {

    public Reviewer(People.Person person, Stage stage) {
        super(person, stage);
    }

    public static String link(MailMessage mail) {
        return mail.links().stream()
                .filter(link -> link.contains("/review/"))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("the mail “" + mail.subject() + "” has no link to a review"));
    }

    public Page accept(MailMessage invitation) {
        Page page = open(link(invitation));
        return page.form(URI.create(link(invitation)).getPath())
                .fill("answer", "yes")
                .send()
                .expect(200);
    }

    public Page decline(MailMessage invitation, String reason) {
        Page page = open(link(invitation));
        Form form = page.form(URI.create(link(invitation)).getPath());
        return form.fill("answer", "no").fill("reason", reason).send().expect(200);
    }

    public Page review(MailMessage invitation, Correspondence.Review review) {
        Form form = open(link(invitation) + "/report").form("/report/look");
        for (String score : form.radios()) {
            form.choose(score, 1);
        }
        form.fill("to-authors", review.toTheAuthor())
                .fill("to-editor", review.toTheEditor())
                .fill("recommendation", word(review.recommendation()));
        return form.send().expect(200).form("/report").send().expect(200);
    }

    private static String word(Correspondence.Recommendation recommendation) {
        return switch (recommendation) {
            case ACCEPT -> "accept";
            case MAJOR_REVISION -> "major";
        };
    }
}
