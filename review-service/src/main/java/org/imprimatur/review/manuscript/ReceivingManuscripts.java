package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.manuscript.History.Entry;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Beginning;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;

/** Takes in what authors hand in, and tells the process. */
public final class ReceivingManuscripts {

    private final Manuscripts manuscripts;
    private final Policies policies;
    private final History history;
    private final EditorialProcess process;

    public ReceivingManuscripts(Manuscripts manuscripts, Policies policies, History history, EditorialProcess process) {
        this.manuscripts = manuscripts;
        this.policies = policies;
        this.history = history;
        this.process = process;
    }

    /** A first version. It came before: nothing happens. */
    public void submitted(Arrival arrival, Version version, HandedIn handedIn) {
        if (manuscripts.find(arrival.id()).isPresent()) {
            return;
        }
        Policies.Versioned policy = policies.current(arrival.journal());
        Manuscript manuscript = new Manuscript(
                arrival.id(),
                arrival.number(),
                arrival.journal(),
                arrival.section(),
                arrival.articleType(),
                handedIn.title(),
                handedIn.abstractText(),
                handedIn.keywords(),
                handedIn.language(),
                version.version(),
                policy.version(),
                arrival.correspondingAccount(),
                arrival.authors(),
                Optional.empty(),
                version.submittedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        manuscripts.add(manuscript, version, handedIn.byLine());
        history.note(new Entry(
                manuscript.id(),
                version.submittedAt(),
                arrival.correspondingAccount(),
                "submitted",
                List.of(Integer.toString(version.intakeErrors()), Integer.toString(version.intakeWarnings())),
                true));
        process.begin(new Beginning(
                manuscript.id(),
                manuscript.journal(),
                manuscript.articleType(),
                version.version(),
                version.intakeErrors(),
                version.intakeWarnings(),
                policy.policy().settings()));
    }

    /** Another version. What the process isn't ready for must leave no trace: the caller undoes it then. */
    public Told revised(String id, Version version, HandedIn handedIn) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Told.NOT_YET;
        }
        if (manuscript.version() >= version.version()) {
            return Told.TAKEN;
        }
        manuscripts.revise(
                manuscript.revised(
                        version.version(),
                        handedIn.title(),
                        handedIn.abstractText(),
                        handedIn.keywords(),
                        handedIn.language(),
                        version.submittedAt()),
                version,
                handedIn.byLine());
        history.note(new Entry(
                id,
                version.submittedAt(),
                manuscript.correspondingAccount(),
                "revised",
                List.of(
                        Integer.toString(version.version()),
                        Integer.toString(version.intakeErrors()),
                        Integer.toString(version.intakeWarnings())),
                true));
        return process.tell(
                id,
                new Word(
                        Kind.MANUSCRIPT_REVISED,
                        null,
                        Map.of(
                                "version", version.version(),
                                "intakeErrors", version.intakeErrors(),
                                "intakeWarnings", version.intakeWarnings())));
    }

    /** The author took it back. @param reason the document with the author's words, where there are any */
    public Told withdrawn(String id, Optional<String> reason, Instant at) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Told.NOT_YET;
        }
        Told told = process.tell(id, new Word(Kind.MANUSCRIPT_WITHDRAWN));
        if (told == Told.TAKEN) {
            history.note(new Entry(
                    id,
                    at,
                    manuscript.correspondingAccount(),
                    "withdrawn",
                    reason.stream().toList(),
                    true));
        }
        return told;
    }

    /** What never changes about a manuscript. */
    public record Arrival(
            String id,
            String number,
            String journal,
            String section,
            String articleType,
            String correspondingAccount,
            Set<String> authors) {}
}
