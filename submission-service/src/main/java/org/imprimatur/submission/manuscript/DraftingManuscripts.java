package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.submission.acting.Actor;

/** Writing a draft or a revision: whatever is typed is kept; what is wrong with it is said. */
public final class DraftingManuscripts {

    private static final int TURNS = 3;
    private static final int MOST_CONTRIBUTORS = 200;
    private static final int MOST_REVIEWERS = 12;
    private static final Together<Metadata.Contributor> CONTRIBUTORS = new Together<>(
            one -> signs(one.email(), one.orcid(), one.name()),
            all -> all.size() <= MOST_CONTRIBUTORS
                    && all.stream().filter(Metadata.Contributor::corresponding).count() <= 1);
    private static final Together<Metadata.NamedReviewer> REVIEWERS =
            new Together<>(one -> signs(one.email(), one.name()), all -> all.size() <= MOST_REVIEWERS);

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

    /**
     * Opens a draft for a journal; empty when there is no such journal or section. A form that is sent twice brings the
     * same id, and finds the draft that it opened the first time.
     */
    public Optional<Manuscript> begin(
            Actor.Person author, String journal, String section, ArticleType type, String newId, Instant now) {
        Optional<Manuscript> begun = own(author, newId);
        return begun.isPresent() ? begun : draft(author, journal, section, type, newId, now);
    }

    private Optional<Manuscript> draft(
            Actor.Person author, String journal, String section, ArticleType type, String newId, Instant now) {
        return journals.find(journal)
                .filter(known ->
                        known.sections().stream().anyMatch(one -> one.key().equals(section)))
                .map(known -> {
                    Manuscript draft = Manuscript.draft(newId, author.account(), journal, section, type, now);
                    return manuscripts
                            .store(draft)
                            .or(() -> own(author, newId))
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

    /**
     * The same, by field: what was changed in this window is kept, and what wasn't stays as other windows left it. A
     * field that was changed in both is {@link Outcome.ChangedMeanwhile}, and nothing is stored.
     *
     * @param shown what the window showed
     * @param over the revision over which the author has chosen to write, or -1
     */
    public Outcome describe(
            Actor.Person author,
            String id,
            Shown shown,
            long over,
            String title,
            String abstractText,
            List<String> keywords,
            Instant now) {
        Outcome outcome = new Outcome.NoSuch();
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Manuscript> found = own(author, id);
            if (found.isEmpty() || !found.get().open()) {
                return describe(author, id, over, title, abstractText, keywords, now);
            }
            Metadata stored = found.get().metadata();
            Shown there = Shown.of(stored);
            String typedTitle = Shown.fingerprint(title);
            String typedAbstract = Shown.fingerprint(abstractText);
            String typedKeywords = Shown.fingerprint(keywords);
            boolean clash = Shown.clash(shown.title(), typedTitle, there.title())
                    || Shown.clash(shown.abstractText(), typedAbstract, there.abstractText())
                    || Shown.clash(shown.keywords(), typedKeywords, there.keywords());
            if (clash && over != found.get().revision()) {
                return new Outcome.ChangedMeanwhile(found.get());
            }
            outcome = describe(
                    author,
                    id,
                    found.get().revision(),
                    typedTitle.equals(shown.title()) ? stored.title() : title,
                    typedAbstract.equals(shown.abstractText()) ? stored.abstractText() : abstractText,
                    typedKeywords.equals(shown.keywords()) ? stored.keywords() : keywords,
                    now);
            // another window was quicker between the reading and the writing: once more upon what it stored
            if (!(outcome instanceof Outcome.ChangedMeanwhile)) {
                return outcome;
            }
        }
        return outcome;
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

    /**
     * The same, by row: who was added, changed, moved or removed in this window is, and what wasn't stays as other windows
     * left it. A row that was changed in both is {@link Outcome.ChangedMeanwhile}, and nothing is stored.
     *
     * @param shown what the window showed
     * @param over the revision over which the author has chosen to write, or -1
     */
    public Outcome nameContributors(
            Actor.Person author,
            String id,
            List<Metadata.Contributor> shown,
            long over,
            List<Metadata.Contributor> contributors,
            Instant now) {
        return together(
                author,
                id,
                over,
                open -> CONTRIBUTORS.bring(
                        shown, contributors, open.metadata().contributors(), over == open.revision()),
                (revision, all) -> nameContributors(author, id, revision, all, now),
                contributors);
    }

    private <T> Outcome together(
            Actor.Person author,
            String id,
            long over,
            Function<Manuscript, Optional<List<T>>> bring,
            BiFunction<Long, List<T>, Outcome> keep,
            List<T> typed) {
        Outcome outcome = new Outcome.NoSuch();
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Manuscript> found = own(author, id);
            if (found.isEmpty() || !found.get().open()) {
                return keep.apply(over, typed);
            }
            Optional<List<T>> all = bring.apply(found.get());
            if (all.isEmpty()) {
                return new Outcome.ChangedMeanwhile(found.get());
            }
            outcome = keep.apply(found.get().revision(), all.get());
            // another window was quicker between the reading and the writing: once more upon what it stored
            if (!(outcome instanceof Outcome.ChangedMeanwhile)) {
                return outcome;
            }
        }
        return outcome;
    }

    /** What the author of this window would store by writing over what another stored. */
    public static List<Metadata.Contributor> contributorsOver(
            List<Metadata.Contributor> shown, List<Metadata.Contributor> typed, Manuscript now) {
        return CONTRIBUTORS
                .bring(shown, typed, now.metadata().contributors(), true)
                .orElse(typed);
    }

    /** The same for whom the author suggests as reviewers and whom not. */
    public static List<Metadata.NamedReviewer> reviewersOver(
            List<Metadata.NamedReviewer> shown, List<Metadata.NamedReviewer> typed, Manuscript now) {
        return REVIEWERS.bring(shown, typed, now.metadata().reviewers(), true).orElse(typed);
    }

    private static List<String> signs(String... signs) {
        return Stream.of(signs)
                .map(sign -> sign.strip().toLowerCase(Locale.ROOT))
                .filter(sign -> !sign.isEmpty())
                .toList();
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

    /** Keeps whom the author suggests as reviewers and whom not; {@code seen} as in {@link #describe}. */
    public Outcome nameReviewers(
            Actor.Person author, String id, long seen, List<Metadata.NamedReviewer> reviewers, Instant now) {
        return change(
                author,
                id,
                seen,
                open -> open.with(open.metadata().naming(reviewers), now),
                HandingInRules::problemsOfReviewers);
    }

    /** The same, by row, as {@link #nameContributors(Actor.Person, String, List, long, List, Instant)}. */
    public Outcome nameReviewers(
            Actor.Person author,
            String id,
            List<Metadata.NamedReviewer> shown,
            long over,
            List<Metadata.NamedReviewer> reviewers,
            Instant now) {
        return together(
                author,
                id,
                over,
                open -> REVIEWERS.bring(shown, reviewers, open.metadata().reviewers(), over == open.revision()),
                (revision, all) -> nameReviewers(author, id, revision, all, now),
                reviewers);
    }

    /** Puts what the file says of one part in place of what is typed. Nothing offered: nothing happens. */
    public Outcome take(Actor.Person author, String id, long seen, Metadata.Part part, Instant now) {
        return change(
                author,
                id,
                seen,
                open -> offers(open.proposal(), part)
                        ? open.with(open.metadata().taking(part, forAuthor(open.proposal(), author)), now)
                        : open,
                open -> List.of());
    }

    /** Leaves what the file says of one part: it is offered no more. */
    public Outcome leave(Actor.Person author, String id, long seen, Metadata.Part part, Instant now) {
        return change(
                author,
                id,
                seen,
                open -> open.file()
                        .map(file -> open.with(file.proposing(file.proposal().without(part)), now))
                        .orElse(open),
                open -> List.of());
    }

    private static boolean offers(Proposal proposal, Metadata.Part part) {
        return !proposal.equals(proposal.without(part));
    }

    /** Adds a file to the manuscript's own. The same file of the same kind is there once, however often it is sent. */
    public Outcome attach(
            Actor.Person author, String id, Attachment.Kind kind, String fileName, byte[] content, Instant now) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        if (!found.get().open()) {
            return closed(found.get());
        }
        Optional<Problem> problem = unfit(found.get(), kind, fileName, content);
        if (problem.isPresent()) {
            return new Outcome.Wrong(found.get(), List.of(problem.get()));
        }
        Attachment attached = new Attachment(
                kind,
                fileName,
                content.length,
                papers.keep(content),
                reading.mediaType(content).orElseThrow(),
                now);
        return change(
                author,
                id,
                found.get().revision(),
                open -> open.attachments().stream().anyMatch(one -> same(one, kind, attached.sha256()))
                        ? open
                        : open.with(
                                Stream.concat(open.attachments().stream(), Stream.of(attached))
                                        .toList(),
                                now),
                open -> List.of());
    }

    /** Takes a file out again. It isn't there any more: nothing happens. */
    public Outcome detach(Actor.Person author, String id, Attachment.Kind kind, String sha256, Instant now) {
        return own(author, id)
                .map(found -> change(
                        author,
                        id,
                        found.revision(),
                        open -> open.with(
                                open.attachments().stream()
                                        .filter(one -> !same(one, kind, sha256))
                                        .toList(),
                                now),
                        open -> List.of()))
                .orElseGet(Outcome.NoSuch::new);
    }

    private static boolean same(Attachment one, Attachment.Kind kind, String sha256) {
        return one.kind() == kind && one.sha256().equals(sha256);
    }

    private Optional<Problem> unfit(Manuscript open, Attachment.Kind kind, String fileName, byte[] content) {
        String field = "attachment";
        if (content.length == 0) {
            return Optional.of(Problem.of(field, "problem.attachment.empty", fileName));
        }
        if (open.attachments().size() >= Attachment.MOST) {
            return Optional.of(Problem.of(field, "problem.attachment.most", Attachment.MOST));
        }
        if (content.length > Attachment.LARGEST) {
            return Optional.of(Problem.of(field, "problem.attachment.large", fileName));
        }
        if (open.attachments().stream().mapToLong(Attachment::bytes).sum() + content.length
                > Attachment.LARGEST_TOGETHER) {
            return Optional.of(Problem.of(field, "problem.attachment.together", fileName));
        }
        return reading.mediaType(content).filter(kind::takes).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(field, "problem.attachment." + kind.word(), fileName));
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
            return new Outcome.Wrong(found.get(), List.of(Problem.said("file", refused.message())));
        }
        Reading.Read read = (Reading.Read) result;
        ManuscriptFile file = new ManuscriptFile(
                fileName,
                content.length,
                papers.keep(content),
                now,
                papers.keep(read.reportJson()),
                read.intake(),
                read.proposal());
        return change(
                author,
                id,
                found.get().revision(),
                open -> open.with(file, now).with(proposed(open.metadata(), read.proposal(), author), now),
                open -> List.of());
    }

    /**
     * Changes a few words of the file and reads it anew, as if the author had mended and uploaded it.
     *
     * @param field what the refusal is said of
     * @param sha256 the file that the author looked at: another one meanwhile is left as it is
     */
    public Outcome mend(Actor.Person author, String id, String field, String sha256, Reading.Mend mend, Instant now) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        if (!found.get().open()) {
            return closed(found.get());
        }
        Optional<ManuscriptFile> file =
                found.get().file().filter(one -> one.sha256().equals(sha256));
        if (file.isEmpty()) {
            return new Outcome.ChangedMeanwhile(found.get());
        }
        return reading.mended(papers.read(sha256).orElseThrow(), mend)
                .map(mended -> upload(author, id, file.get().name(), mended, now))
                .orElseGet(() ->
                        new Outcome.Wrong(found.get(), List.of(Problem.of(field, "problem.mend.place", mend.was()))));
    }

    public Outcome discard(Actor.Person author, String id) {
        Optional<Manuscript> found = own(author, id);
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        if (found.get().stage() != Manuscript.Stage.DRAFT) {
            return new Outcome.NotNow(found.get(), "not-now.handed-in");
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
    private static Metadata proposed(Metadata typed, Proposal proposal, Actor.Person author) {
        Proposal said = forAuthor(proposal, author);
        return typed.filledFrom(
                said.title().orElse(""), said.abstractText().orElse(""), said.keywords(), said.contributors());
    }

    private static Proposal forAuthor(Proposal proposal, Actor.Person author) {
        return new Proposal(
                proposal.title(),
                proposal.abstractText(),
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
                    case WITH_JOURNAL -> "not-now.with-journal";
                    case WITHDRAWN -> "not-now.withdrawn";
                    case REJECTED -> "not-now.rejected";
                    case ACCEPTED -> "not-now.accepted";
                    case PUBLISHED -> "not-now.published";
                    case DRAFT, REOPENED -> throw new IllegalStateException("an open manuscript isn't closed");
                });
    }
}
