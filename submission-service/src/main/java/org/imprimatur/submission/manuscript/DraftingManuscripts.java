package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.submission.acting.Actor;

/** Writing a draft or a revision: whatever is typed is kept; what is wrong with it is said. */
public final class DraftingManuscripts {

    private final Manuscripts manuscripts;
    private final JournalsKnown journals;
    private final Reading reading;
    private final Papers papers;

    public DraftingManuscripts(Manuscripts manuscripts, JournalsKnown journals, Reading reading, Papers papers) {
        this.manuscripts = manuscripts;
        this.journals = journals;
        this.reading = reading;
        this.papers = papers;
    }

    /** Opens a draft for a journal; empty when there is no such journal or section. */
    public Optional<Manuscript> begin(
            Actor.Person author, String journal, String section, ArticleType type, String newId, Instant now) {
        return journals.find(journal)
                .filter(known ->
                        known.sections().stream().anyMatch(one -> one.key().equals(section)))
                .map(known -> {
                    Manuscript draft = Manuscript.draft(newId, author.account(), journal, section, type, now);
                    return manuscripts
                            .store(draft)
                            .orElseThrow(() -> new IllegalStateException("the id " + newId + " was given before"));
                });
    }

    /** The actor's own manuscript; another's is as if it didn't exist. */
    public Optional<Manuscript> own(Actor.Person author, String id) {
        return manuscripts.find(id).filter(found -> found.owner().equals(author.account()));
    }

    /**
     * Keeps what was typed about the manuscript, right or not.
     *
     * @param seen the revision that the author's window showed; what changed since then isn't overwritten
     */
    public Outcome describe(
            Actor.Person author,
            String id,
            long seen,
            String title,
            String abstractText,
            List<String> keywords,
            Instant now) {
        return change(
                author,
                id,
                seen,
                open -> open.with(open.metadata().about(title, abstractText, keywords), now),
                HandingInRules::problemsAbout);
    }

    /** Keeps the contributors as typed; {@code seen} as in {@link #describe}. */
    public Outcome nameContributors(
            Actor.Person author, String id, long seen, List<Metadata.Contributor> contributors, Instant now) {
        return change(
                author,
                id,
                seen,
                open -> open.with(open.metadata().by(withProvenAccounts(contributors, open, author)), now),
                HandingInRules::problemsOfContributors);
    }

    // an account is only ever the author's own or one that stands there already: nobody is linked by being typed
    private static List<Metadata.Contributor> withProvenAccounts(
            List<Metadata.Contributor> typed, Manuscript open, Actor.Person author) {
        Set<String> proven = Stream.concat(
                        Stream.of(author.account(), ""),
                        open.metadata().contributors().stream().map(Metadata.Contributor::account))
                .collect(Collectors.toSet());
        return typed.stream()
                .map(contributor -> proven.contains(contributor.account()) ? contributor : contributor.withAccount(""))
                .toList();
    }

    /** Keeps the response to the reviewers; {@code seen} as in {@link #describe}. */
    public Outcome answerReviewers(Actor.Person author, String id, long seen, String response, Instant now) {
        return change(
                author, id, seen, open -> open.answering(response, now), HandingInRules::aResponseWhereReviewersAsked);
    }

    /** Reads the file and takes it as the next version's; a file that can't be read leaves the earlier one in place. */
    public Outcome upload(Actor.Person author, String id, String fileName, byte[] content, Instant now) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        if (!found.get().open()) {
            return closed(found.get());
        }
        Reading.Result result = reading.read(fileName, content);
        if (result instanceof Reading.Refused refused) {
            return new Outcome.Wrong(found.get(), List.of(new Problem("file", refused.message())));
        }
        Reading.Read read = (Reading.Read) result;
        ManuscriptFile file = new ManuscriptFile(
                fileName, content.length, papers.keep(content), now, papers.keep(read.reportJson()), read.intake());
        return change(
                author,
                id,
                found.get().revision(),
                open -> open.with(file, now).with(proposed(open.metadata(), read.proposal(), author), now),
                open -> List.of());
    }

    public Outcome discard(Actor.Person author, String id) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        if (found.get().stage() != Manuscript.Stage.DRAFT) {
            return new Outcome.NotNow(
                    found.get(), "It has been handed in: it can be withdrawn, but no longer thrown away.");
        }
        manuscripts.discard(id);
        return new Outcome.Done(found.get());
    }

    private Outcome change(
            Actor.Person author,
            String id,
            long seen,
            UnaryOperator<Manuscript> change,
            Function<Manuscript, List<Problem>> judge) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        Manuscript open = found.get();
        if (!open.open()) {
            return closed(open);
        }
        Manuscript changed = change.apply(open);
        if (changed.saysTheSameAs(open)) {
            return judged(open, judge);
        }
        return (open.revision() == seen ? manuscripts.store(changed) : Optional.<Manuscript>empty())
                .map(stored -> judged(stored, judge))
                .orElseGet(() -> own(author, id)
                        .map(meanwhile ->
                                meanwhile.open() ? new Outcome.ChangedMeanwhile(meanwhile) : closed(meanwhile))
                        .orElseGet(Outcome.NoSuch::new));
    }

    private static Outcome judged(Manuscript stored, Function<Manuscript, List<Problem>> judge) {
        List<Problem> problems = judge.apply(stored);
        return problems.isEmpty() ? new Outcome.Done(stored) : new Outcome.Wrong(stored, problems);
    }

    // what the author typed stands; the title page fills only what is still empty
    private static Metadata proposed(Metadata typed, Reading.Proposal proposal, Actor.Person author) {
        return typed.filledFrom(
                proposal.title().orElse(""),
                proposal.abstractText().orElse(""),
                proposal.keywords(),
                proposal.contributors().stream()
                        .map(contributor -> contributor.name().equalsIgnoreCase(author.name())
                                ? contributor.withAccount(author.account())
                                : contributor)
                        .toList());
    }

    static Outcome closed(Manuscript manuscript) {
        return new Outcome.NotNow(
                manuscript,
                switch (manuscript.stage()) {
                    case WITH_JOURNAL ->
                        "It is with the journal. It can be changed again when the journal asks for a revision.";
                    case WITHDRAWN -> "It was withdrawn.";
                    case REJECTED -> "The journal has decided not to publish it.";
                    case ACCEPTED -> "It is accepted; what is still wrong can be said on the proof.";
                    case PUBLISHED -> "It is published; a correction is a notice of its own.";
                    case DRAFT, REOPENED -> throw new IllegalStateException("an open manuscript isn't closed");
                });
    }
}
