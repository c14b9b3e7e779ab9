package org.imprimatur.submission.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.imprimatur.submission.manuscript.JournalsKnown.KnownJournal;
import org.imprimatur.submission.manuscript.JournalsKnown.KnownSection;
import org.junit.jupiter.api.Test;

/** What every {@link JournalsKnown} does, in memory or in a database. */
public abstract class JournalsKnownContract {

    private final String key = "j-" + UUID.randomUUID();

    protected abstract JournalsKnown journals();

    private KnownJournal journal(String title) {
        return new KnownJournal(
                key, title, "ABC", List.of(new KnownSection("a", "Articles"), new KnownSection("b", "“B”")));
    }

    @Test
    void a_journal_is_found_as_it_was_said() {
        journals().keep(journal("A Journal"), 1);

        assertThat(journals().find(key)).contains(journal("A Journal"));
        assertThat(journals().all()).contains(journal("A Journal"));
        assertThat(journals().find("another")).isEmpty();
    }

    @Test
    void the_newest_version_stands_in_whatever_order_they_come() {
        journals().keep(journal("Two"), 2);
        journals().keep(journal("One"), 1);
        assertThat(journals().find(key)).map(KnownJournal::title).contains("Two");

        journals().keep(journal("Three"), 3);
        journals().keep(journal("Two again"), 2);

        assertThat(journals().find(key)).map(KnownJournal::title).contains("Three");
    }
}
