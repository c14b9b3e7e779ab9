package org.imprimatur.standalone.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.Facts;
import org.imprimatur.standalone.demonstration.People;

/** Makes accounts and grants roles. */
public final class Administrator extends Hand {

    private final Map<String, String> accounts = new LinkedHashMap<>();

    public Administrator(People.Person person, Stage stage) {
        super(person, stage);
    }

    /** At this gateway, and nobody looks on. */
    public Administrator(People.Person person, URI home) {
        super(person, home);
    }

    /** The first start's one-time link makes the administrator. */
    public void begin(String setupToken) {
        open("/setup?token=" + setupToken)
                .form("/setup")
                .fill("name", person.name())
                .fill("address", person.email())
                .fill("password", PASSWORD)
                .send()
                .expect(200);
    }

    /** @return the account's id */
    public String openAccount(People.Person whose) {
        Page opened = open("/admin/accounts/new")
                .form("/admin/accounts")
                .fill("name", whose.name())
                .fill("address", whose.email())
                .fill("affiliation", whose.affiliation())
                .fill("password", PASSWORD)
                .send()
                .expect(200);
        String path = opened.address().getPath();
        String account = path.substring(path.lastIndexOf('/') + 1);
        accounts.put(whose.email(), account);
        return account;
    }

    public void grant(People.Person whom, String journal, String role) {
        open("/admin/accounts/" + accounts.get(whom.email()))
                .form("/roles")
                .fill("journal", journal)
                .fill("role", role)
                .send()
                .expect(200);
    }

    public String accountOf(People.Person whose) {
        return accounts.get(whose.email());
    }

    public void setUp(String journal, Facts.Journal facts) {
        open("/production/journals/new")
                .form("/production/journals")
                .fill("key", journal)
                .fill("title", facts.title())
                .fill("abbreviation", facts.abbreviation())
                .fill("issnPrint", facts.issnPrint())
                .fill("issnOnline", facts.issnOnline())
                .fill("publisher", facts.publisher())
                .fill("homepage", facts.homepage())
                .fill("recognition", facts.recognition())
                .fill("sections", "articles | Articles")
                .fill("volumeStyle", "ROMAN")
                .fill("issueStyle", "ROMAN")
                .fill("doiPrefix", "10.31703")
                .fill("journalPattern", "{prefix}/{abbr}")
                .fill("volumePattern", "{prefix}/{abbr}.{year}({volume})")
                .fill("issuePattern", "{prefix}/{abbr}.{year}({volume}.{issue})")
                .fill("articlePattern", "{prefix}/{abbr}.{year}({volume}-{issue}).{number}")
                .send()
                .expect(200);
    }
}
