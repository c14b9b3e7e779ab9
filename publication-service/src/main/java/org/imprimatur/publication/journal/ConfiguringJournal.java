package org.imprimatur.publication.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Actor.Role;

/** Makes a journal, or changes one. Administrators make journals; they and the managing editor change them. */
public final class ConfiguringJournal {
    private final Journals journals;
    private final JournalFacts facts;

    public ConfiguringJournal(Journals journals, JournalFacts facts) {
        this.journals = journals;
        this.facts = facts;
    }

    /** What came of it. */
    public sealed interface Answer {}

    /** @param journal in its new version, or as it was when nothing is different */
    public record Configured(Journal journal) implements Answer {}

    /** @param errors a sentence by field name */
    public record Wrong(Map<String, String> errors) implements Answer {}

    public record Forbidden(String reason) implements Answer {}

    /** Somebody else changed it meanwhile, or it exists already. */
    public record Conflict(String reason) implements Answer {}

    public static boolean mayCreate(Actor actor) {
        return actor instanceof Actor.Process
                || actor instanceof Actor.Person person && person.holdsAnywhere(Role.ADMINISTRATOR);
    }

    public static boolean mayChange(Actor actor, String journal) {
        return actor.holds(journal, Role.ADMINISTRATOR, Role.MANAGING_EDITOR);
    }

    public Answer create(JournalDraft draft, Actor actor, Instant at) {
        if (!mayCreate(actor)) {
            return new Forbidden("Only an administrator can set up a journal.");
        }
        JournalDraft.Result result = draft.check(1);
        if (result instanceof JournalDraft.Wrong wrong) {
            return new Wrong(wrong.errors());
        }
        Journal journal = ((JournalDraft.Good) result).journal();
        if (!journals.add(journal, at, actor.id())) {
            return new Conflict("There is a journal with the key " + journal.key() + " already.");
        }
        facts.configured(journal, actor);
        return new Configured(journal);
    }

    /** @param basedOn the version that the person saw */
    public Answer change(JournalDraft draft, int basedOn, Actor actor, Instant at) {
        if (!mayChange(actor, draft.key())) {
            return new Forbidden("Only an administrator or the managing editor can change the journal.");
        }
        Optional<Journal> present = journals.find(draft.key());
        if (present.isEmpty()) {
            return new Conflict("There is no journal with the key " + draft.key() + ".");
        }
        JournalDraft.Result result = draft.check(basedOn + 1);
        if (result instanceof JournalDraft.Wrong wrong) {
            return new Wrong(wrong.errors());
        }
        Journal changed = ((JournalDraft.Good) result).journal();
        Journal current = present.get();
        if (sameBut(changed, current)) {
            return new Configured(current);
        }
        if (current.version() != basedOn || !journals.add(changed, at, actor.id())) {
            return new Conflict("Somebody changed the journal while you were writing. Load the page again.");
        }
        facts.configured(changed, actor);
        return new Configured(changed);
    }

    private static boolean sameBut(Journal changed, Journal current) {
        return new Journal(
                        changed.key(),
                        current.version(),
                        changed.identity(),
                        changed.sections(),
                        changed.volumeStyle(),
                        changed.issueStyle(),
                        changed.patterns(),
                        changed.pageStart(),
                        changed.licence())
                .equals(current);
    }
}
