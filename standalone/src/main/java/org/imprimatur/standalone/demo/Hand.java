package org.imprimatur.standalone.demo;

import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.People;

/** A person at their own browser. */
class Hand {

    static final String PASSWORD = "four plain words of mine";

    final People.Person person;
    final Browser browser;

    Hand(People.Person person, Stage stage) {
        this.person = person;
        this.browser = new Browser(stage.home(), person.name(), stage.onlooker);
    }

    Hand signIn() {
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

    Page open(String address) {
        return browser.open(address).expect(200);
    }
}
