package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Completion;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.article.Typesetting;
import org.imprimatur.publication.bibliographic.Checked;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;

/**
 * Closes issues: sets the final galleys, settles order, pages and DOIs, and begins to register. It goes in two steps,
 * since typesetting takes its time: {@link #prepare} changes nothing, {@link #close} refuses when the issue has changed
 * since.
 */
public final class ClosingIssues {
    private final Issues issues;
    private final Journals journals;
    private final ArticleRecords records;
    private final Typesetting typesetting;
    private final Files files;
    private final Registrations registrations;
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public ClosingIssues(
            Issues issues,
            Journals journals,
            ArticleRecords records,
            Typesetting typesetting,
            Files files,
            Registrations registrations,
            IssueFacts facts) {
        this.issues = issues;
        this.journals = journals;
        this.records = records;
        this.typesetting = typesetting;
        this.files = files;
        this.registrations = registrations;
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** An issue whose final galleys are set; good for {@link #close} as long as the issue stays as it is. */
    public record Prepared(UUID issue, long version, int journalVersion, Map<String, Slot.Fixed> finals) {
        public Prepared {
            finals = new LinkedHashMap<>(finals);
        }
    }

    /** What stands in the way of closing, as far as it can be told without typesetting. */
    public List<String> obstacles(Issue issue) {
        if (!issue.isOpen()) {
            return List.of("The issue is closed already.");
        }
        if (issue.slots().isEmpty()) {
            return List.of("The issue holds no article yet.");
        }
        List<String> obstacles = new ArrayList<>();
        issue.slots().stream()
                .filter(slot -> !slot.paged())
                .forEach(slot -> obstacles.add("No. " + slot.number() + " has no pages yet."));
        return obstacles;
    }

    /** Sets the final galleys; one whose page count isn't its proof's goes back. */
    public Outcome<Prepared> prepare(UUID issueId, Actor actor) {
        Optional<Issue> found = issues.find(issueId);
        if (found.isEmpty()) {
            return Outcome.unknown("There is no such issue.");
        }
        Issue issue = found.get();
        if (!OpeningIssues.may(actor, issue.journal())) {
            return Outcome.forbidden("Only the journal's production can close an issue.");
        }
        List<String> obstacles = obstacles(issue);
        if (!obstacles.isEmpty()) {
            return Outcome.conflict(String.join(" ", obstacles));
        }
        Journal journal = journals.find(issue.journal()).orElseThrow();
        List<String> problems = new ArrayList<>();
        Map<String, Slot.Fixed> finals = new LinkedHashMap<>();
        for (Slot slot : issue.slots()) {
            set(issue, slot, journal).fold(fixed -> finals.put(slot.manuscript(), fixed), refused -> {
                problems.add("No. " + slot.number() + ": " + refused.reason());
                return null;
            });
        }
        return problems.isEmpty()
                ? Outcome.done(new Prepared(issueId, issue.version(), journal.version(), finals))
                : Outcome.conflict(String.join(" ", problems));
    }

    private Outcome<Slot.Fixed> set(Issue issue, Slot slot, Journal journal) {
        Checked<Doi> doi = journal.articleDoi(issue.designation(), slot.number());
        if (doi instanceof Checked.Invalid<Doi> invalid) {
            return Outcome.conflict(invalid.reason());
        }
        Completion<ArticleRecord> record = records.record(issue, slot.manuscript(), journal, doi.orThrow());
        if (record instanceof Completion.Incomplete<ArticleRecord> incomplete) {
            return Outcome.conflict(incomplete.reason());
        }
        Typeset typeset = typesetting.typeset(((Completion.Complete<ArticleRecord>) record).value());
        if (typeset instanceof Typeset.Failed failed) {
            return Outcome.conflict(failed.reason());
        }
        Typeset.Set set = (Typeset.Set) typeset;
        return set.pages() == slot.pageCount()
                ? Outcome.done(new Slot.Fixed(doi.orThrow(), files.keep(set.pdf())))
                : Outcome.conflict("The final galley has " + set.pages() + " pages, the approved proof "
                        + slot.pageCount() + ". Let it be set and approved again.");
    }

    /** Closing what is closed already is fine. */
    public Outcome<Issue> close(Prepared prepared, Actor actor, Instant at) {
        return arranging.lockForProduction(prepared.issue(), actor).then(issue -> {
            if (!issue.isOpen()) {
                return Outcome.done(issue);
            }
            Journal journal = journals.find(issue.journal()).orElseThrow();
            if (issue.version() != prepared.version() || journal.version() != prepared.journalVersion()) {
                return Outcome.conflict(
                        "The issue changed while its final galleys were set. Have a look at it and close it again.");
            }
            Issue closed = issue.closed(prepared.finals(), prepared.journalVersion(), at);
            Optional<String> clash = assign(closed, journal);
            if (clash.isPresent()) {
                return Outcome.conflict(clash.get());
            }
            issues.save(closed);
            facts.closed(closed, actor);
            closed.slots()
                    .forEach(slot -> facts.pagesFixed(
                            closed, slot, closed.pages(slot.manuscript()).orElseThrow(), actor));
            registrations.register(closed);
            return Outcome.done(closed);
        });
    }

    private Optional<String> assign(Issue issue, Journal journal) {
        List<Assignment> all = new ArrayList<>();
        all.add(new Assignment(journal.identity().doi(), DoiLevel.JOURNAL, journal.key()));
        all.add(new Assignment(
                journal.volumeDoi(issue.designation()).orThrow(),
                DoiLevel.VOLUME,
                journal.key() + "/" + issue.designation().volume()));
        all.add(new Assignment(
                journal.issueDoi(issue.designation()).orThrow(),
                DoiLevel.ISSUE,
                issue.id().toString()));
        issue.slots()
                .forEach(slot ->
                        all.add(new Assignment(slot.fixed().orElseThrow().doi(), DoiLevel.ARTICLE, slot.manuscript())));
        return all.stream()
                .filter(one -> !registrations.assign(one.doi(), one.level(), one.subject()))
                .findFirst()
                .map(one ->
                        "The DOI " + one.doi() + " belongs to something else already. Change the journal's pattern.");
    }

    private record Assignment(Doi doi, DoiLevel level, String subject) {}
}
