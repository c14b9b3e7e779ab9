package org.imprimatur.review.notes.messaging;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.review.EditorMentioned;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.NoteEvents;
import org.springframework.stereotype.Component;

/** Says who was mentioned, never what was written. */
@Component
class SayingNotes implements NoteEvents {

    private final Outbox outbox;
    private final History history;

    SayingNotes(Outbox outbox, History history) {
        this.outbox = outbox;
        this.history = history;
    }

    @Override
    public void changed(Note note, String what, Instant at) {
        history.note(new History.Entry(note.manuscript(), at, note.by(), what, List.of(), true));
    }

    @Override
    public void mentioned(Manuscript manuscript, Note note, List<String> editors, Instant at) {
        outbox.say(
                new EditorMentioned(
                        manuscript.id(), manuscript.number(), manuscript.journal(), note.id(), note.by(), editors, at),
                note.by());
    }
}
