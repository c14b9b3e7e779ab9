package org.imprimatur.review.notes;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;

/**
 * Lets a manuscript's editors write notes to each other. Nobody else learns that there are any: no author, no reviewer,
 * no production editor, and no editor who is an author of the manuscript.
 */
public final class WritingNotes {

    private final Manuscripts manuscripts;
    private final Notes notes;
    private final NoteEvents events;
    private final RoleHolders roles;
    private final Permissions permissions;

    public WritingNotes(
            Manuscripts manuscripts, Notes notes, NoteEvents events, RoleHolders roles, Permissions permissions) {
        this.manuscripts = manuscripts;
        this.notes = notes;
        this.events = events;
        this.roles = roles;
        this.permissions = permissions;
    }

    /** Oldest first; none for those who may not read them. */
    public List<Note> read(Actor actor, Manuscript manuscript) {
        return permissions.may(actor, Act.NOTE, manuscript.matter()) ? notes.of(manuscript.id()) : List.of();
    }

    /** Whom this editor can mention: all others who read this manuscript's notes. */
    public List<String> mentionable(Actor actor, Manuscript manuscript) {
        return Stream.of(Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.HANDLING_EDITOR)
                .flatMap(role -> roles.of(manuscript.journal(), role.key()).stream()
                        .filter(account -> permissions.may(
                                new Actor.Person(account, Set.of(new Held(manuscript.journal(), role))),
                                Act.NOTE,
                                manuscript.matter())))
                .filter(account -> !account.equals(actor.id()))
                .distinct()
                .toList();
    }

    /** @param mentioned accounts among {@link #mentionable} */
    public Outcome write(Actor actor, String id, String text, List<String> mentioned, String newId, Instant now) {
        Manuscript manuscript = readable(actor, id).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        if (wrong(actor, manuscript, text, mentioned) instanceof Outcome.Refused refused) {
            return refused;
        }
        Note note = Note.written(newId, id, actor.id(), text.strip(), distinct(mentioned), now);
        notes.add(note);
        events.changed(note, "note-written", now);
        if (!note.mentioned().isEmpty()) {
            events.mentioned(manuscript, note, note.mentioned(), now);
        }
        return Outcome.done();
    }

    /** It says that already: nothing happens. @param revision the one that its writer had before them */
    public Outcome rewrite(Actor actor, String noteId, int revision, String text, List<String> mentioned, Instant now) {
        Note note = notes.find(noteId).orElse(null);
        Manuscript manuscript =
                note == null ? null : readable(actor, note.manuscript()).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        note = notes.find(noteId).orElseThrow();
        if (refused(actor, note) instanceof Outcome.Refused refused) {
            return refused;
        }
        if (wrong(actor, manuscript, text, mentioned) instanceof Outcome.Refused refused) {
            return refused;
        }
        if (note.text().equals(text.strip()) && Set.copyOf(note.mentioned()).equals(Set.copyOf(mentioned))) {
            return Outcome.done();
        }
        if (note.revision() != revision) {
            return Outcome.conflict("This note was changed in another window. It says now: " + note.text());
        }
        List<String> before = note.mentioned();
        Note after = note.rewritten(text.strip(), distinct(mentioned), now);
        notes.change(after);
        events.changed(after, "note-rewritten", now);
        List<String> more =
                after.mentioned().stream().filter(one -> !before.contains(one)).toList();
        if (!more.isEmpty()) {
            events.mentioned(manuscript, after, more, now);
        }
        return Outcome.done();
    }

    /** It is withdrawn already: nothing happens. */
    public Outcome withdraw(Actor actor, String noteId, Instant now) {
        Optional<Note> found = notes.find(noteId);
        if (found.flatMap(one -> readable(actor, one.manuscript())).isEmpty()) {
            return Outcome.unknown();
        }
        Note note = notes.find(noteId).orElseThrow();
        if (note.isWithdrawn() && note.by().equals(actor.id())) {
            return Outcome.done();
        }
        if (refused(actor, note) instanceof Outcome.Refused refused) {
            return refused;
        }
        Note after = note.withdrawn(now);
        notes.change(after);
        events.changed(after, "note-withdrawn", now);
        return Outcome.done();
    }

    private Optional<Manuscript> readable(Actor actor, String id) {
        return manuscripts.lock(id).filter(manuscript -> permissions.may(actor, Act.NOTE, manuscript.matter()));
    }

    private static Outcome refused(Actor actor, Note note) {
        if (!note.by().equals(actor.id())) {
            return Outcome.forbidden("Only who wrote a note changes it.");
        }
        return note.isWithdrawn() ? Outcome.conflict("This note was taken back.") : Outcome.done();
    }

    private Outcome wrong(Actor actor, Manuscript manuscript, String text, List<String> mentioned) {
        if (text.isBlank()) {
            return Outcome.invalid(Map.of("note", "Write what the other editors should know."));
        }
        if (text.length() > Note.LONGEST) {
            return Outcome.invalid(Map.of("note", "At most " + Note.LONGEST + " characters."));
        }
        return mentionable(actor, manuscript).containsAll(mentioned)
                ? Outcome.done()
                : Outcome.invalid(Map.of("mention", "Somebody you named can’t read this manuscript’s notes."));
    }

    private static List<String> distinct(List<String> mentioned) {
        return List.copyOf(new LinkedHashSet<>(mentioned));
    }
}
