package org.imprimatur.publication.journal.messaging;

import java.util.List;
import java.util.Optional;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.publication.Section;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalFacts;
import org.imprimatur.publication.journal.Journals;
import org.springframework.stereotype.Component;

/** Says in which form journals exist, when they change and when somebody asks for it again. */
@Component
class JournalNews implements JournalFacts, MessageHandler<RestatePublication> {
    private final Outbox outbox;
    private final Journals journals;

    JournalNews(Outbox outbox, Journals journals) {
        this.outbox = outbox;
        this.journals = journals;
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

    @Override
    public Class<RestatePublication> message() {
        return RestatePublication.class;
    }

    @Override
    public Handling handle(RestatePublication command, Received received) {
        List<Journal> asked = command.subject().equals("*")
                ? journals.all()
                : Optional.of(command.subject()).flatMap(journals::find).stream()
                        .toList();
        asked.forEach(journal -> configured(journal, new Actor.Process()));
        return Handling.done();
    }
}
