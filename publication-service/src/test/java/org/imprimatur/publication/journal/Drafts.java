package org.imprimatur.publication.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Journals for tests, as somebody would type them. */
public final class Drafts {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Drafts(String key) {
        with("key", key)
                .with("title", "Quarterly of Imaginary Policy")
                .with("abbreviation", "QIP")
                .with("issnPrint", "2521-2982")
                .with("issnOnline", "2707-4587")
                .with("publisher", "Paper House")
                .with("homepage", "https://qip.example.org")
                .with("recognition", "")
                .with("language", "en")
                .with("sections", "Articles\nnotes | Research notes")
                .with("volumeStyle", "ROMAN")
                .with("issueStyle", "ROMAN")
                .with("doiPrefix", "10.5555")
                .with("journalPattern", "{prefix}/{abbr}")
                .with("volumePattern", "{prefix}/{abbr}.{year}({volume})")
                .with("issuePattern", "{prefix}/{abbr}.{year}({volume}.{issue})")
                .with("articlePattern", "{prefix}/{abbr}.{year}({volume}-{issue}).{number}")
                .with("pageStart", "EACH_ISSUE")
                .with("licenceName", "CC BY 4.0")
                .with("licenceUri", "https://creativecommons.org/licenses/by/4.0/");
    }

    public static Drafts of(String key) {
        return new Drafts(key);
    }

    public Drafts with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public Map<String, String> fields() {
        return fields;
    }

    public JournalDraft draft() {
        return new JournalDraft(
                fields.get("key"),
                fields.get("title"),
                fields.get("abbreviation"),
                fields.get("issnPrint"),
                fields.get("issnOnline"),
                fields.get("publisher"),
                fields.get("homepage"),
                fields.get("recognition"),
                fields.get("language"),
                fields.get("sections"),
                fields.get("volumeStyle"),
                fields.get("issueStyle"),
                fields.get("doiPrefix"),
                fields.get("journalPattern"),
                fields.get("volumePattern"),
                fields.get("issuePattern"),
                fields.get("articlePattern"),
                fields.get("pageStart"),
                fields.get("licenceName"),
                fields.get("licenceUri"));
    }

    public Journal journal(int version) {
        return ((JournalDraft.Good) draft().check(version)).journal();
    }
}
