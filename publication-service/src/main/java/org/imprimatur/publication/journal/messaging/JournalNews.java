package org.imprimatur.publication.journal.messaging;

import java.util.List;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.Section;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalFacts;
import org.springframework.stereotype.Component;

@Component
class JournalNews implements JournalFacts {
    private final Outbox outbox;

    JournalNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configured(Journal journal, Actor by) {
        outbox.say(
                new JournalConfigured(
                        journal.key(),
                        journal.version(),
                        journal.identity().title(),
                        journal.identity().abbreviation(),
                        journal.identity().issnPrint().map(Issn::value).orElse(null),
                        journal.identity().issnOnline().map(Issn::value).orElse(null),
                        journal.sections().stream()
                                .map(section -> new Section(section.key(), section.title()))
                                .toList(),
                        List.of(journal.identity().language().toLanguageTag())),
                by.id());
    }
}
