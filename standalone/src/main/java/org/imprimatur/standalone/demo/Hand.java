package org.imprimatur.standalone.demo;

import java.net.URI;
import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.People;

/** A person at their own browser. */
public class Hand {

    public static final String PASSWORD = "four plain words of mine";

    public final People.Person person;
    final Browser browser;

    public Hand(People.Person person, Stage stage) {
        this(person, stage.nextHome(), stage.onlooker);
    }

    /** At this gateway, and nobody looks on. */
    public Hand(People.Person person, URI home) {
        this(person, home, Onlooker.NOBODY);
    }

    private Hand(People.Person person, URI home, Onlooker onlooker) {
        this.person = person;
        this.browser = new Browser(home, person.name(), onlooker);
    }

    public Hand signIn() {
        browser.open("/sign-in")
                .expect(200)
                .form("/sign-in")
                .fill("address", person.email())
                .fill("password", PASSWORD)
                .send()
                .expect(200)
                .expect(person.name());
        return this;
    }

    public Page open(String address) {
        return browser.open(address).expect(200);
    }
}
