package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.ServedRenderings;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.article.Typesetting;
import org.imprimatur.publication.article.Verification;

/**
 * Reads all renderings of an article back before it is listed and compares them with its record. It goes in two steps,
 * since reading takes its time: {@link #check} changes nothing, {@link #record} keeps what came of it.
 */
public final class VerifyingArticles {
    private static final int MOST_TOLD = 5;
    private final Issues issues;
    private final ArticleRecords records;
    private final Registrations registrations;
    private final ServedRenderings served;
    private final Verification verification;
    private final Typesetting typesetting;
    private final Files files;
    private final Verdicts verdicts;
    private final PublishingIssues publishing;
    private final IssueFacts facts;

    public VerifyingArticles(
            Issues issues,
            ArticleRecords records,
            Registrations registrations,
            ServedRenderings served,
            Verification verification,
            Typesetting typesetting,
            Files files,
            Verdicts verdicts,
            PublishingIssues publishing,
            IssueFacts facts) {
        this.issues = issues;
        this.records = records;
        this.registrations = registrations;
        this.served = served;
        this.verification = verification;
        this.typesetting = typesetting;
        this.files = files;
        this.verdicts = verdicts;
        this.publishing = publishing;
        this.facts = facts;
    }

    /** What a check found. */
    public sealed interface Check {}

    /** The article needs none: it is listed, cleared or withdrawn. */
    public record NothingToDo() implements Check {}

    /** It can't be made now. */
    public record Waits(String pdf, String reason) implements Check {}

    /** The final galley that differed was set anew, and came out otherwise: it is to be read next. */
    public record SetAnew(String pdf) implements Check {}

    /** @param pdf SHA-256 of the final galley that was read */
    public record Compared(String pdf, List<Disagreement> disagreements) implements Check {}

    /** Gets and reads all renderings; needs no transaction. */
    public Check check(String manuscript) {
        Optional<Issue> issue = issues.holding(manuscript).filter(one -> !one.isOpen() && !one.isListed());
        Optional<Slot> slot = issue.flatMap(one -> one.slot(manuscript)).filter(VerifyingArticles::isToBeCleared);
        if (slot.isEmpty()) {
            return new NothingToDo();
        }
        Slot.Fixed fixed = slot.get().fixed().orElseThrow();
        Optional<String> deposit = registrations.deposited(fixed.doi());
        if (deposit.isEmpty()) {
            return new Waits(fixed.pdf(), "Its DOI isn't deposited yet.");
        }
        ArticleRecord record = records.settled(issue.get(), manuscript).orElseThrow();
        Optional<String> anew = setAnew(record, fixed);
        if (anew.isPresent()) {
            return new SetAnew(anew.get());
        }
        ServedRenderings.Served got = served.of(record, deposit.get());
        return got instanceof ServedRenderings.All all
                ? new Compared(fixed.pdf(), verification.compare(record, all.rendered()))
                : new Waits(fixed.pdf(), ((ServedRenderings.Away) got).reason());
    }

    /** Once a PDF was found to differ, only setting it anew can mend it: all else is rendered whenever it is asked for. */
    private Optional<String> setAnew(ArticleRecord record, Slot.Fixed fixed) {
        return verdicts.of(record.manuscript())
                .filter(verdict -> verdict.pdf().equals(fixed.pdf()) && verdict.differsIn(Verification.PDF))
                .map(verdict -> typesetting.typeset(record))
                .filter(set -> set instanceof Typeset.Set)
                .map(set -> (Typeset.Set) set)
                .filter(set -> set.pages() == record.pages().count())
                .map(set -> files.keep(set.pdf()))
                .filter(pdf -> !pdf.equals(fixed.pdf()));
    }

    private static boolean isToBeCleared(Slot slot) {
        return !slot.withdrawn() && !slot.released();
    }

    /**
     * Keeps what a check found. Where all agrees, the article is listed with its issue; where not, the process is told
     * which rendering says what.
     *
     * @return whether it has to be checked again
     */
    public boolean record(String manuscript, Check check, Actor actor, Instant at) {
        Optional<Issue> issue = issues.holding(manuscript).flatMap(one -> issues.lock(one.id()));
        Optional<Slot> slot = issue.flatMap(one -> one.slot(manuscript)).filter(VerifyingArticles::isToBeCleared);
        if (slot.isEmpty() || check instanceof NothingToDo) {
            return false;
        }
        if (check instanceof SetAnew anew) {
            issues.save(issue.get()
                    .with(
                            manuscript,
                            one -> one.fixed(
                                    new Slot.Fixed(one.fixed().orElseThrow().doi(), anew.pdf()))));
            verdicts.keep(new Verdict(
                    manuscript,
                    anew.pdf(),
                    new Verdict.Waiting("Its final galley was set anew and is being read."),
                    at));
            return true;
        }
        if (check instanceof Waits waits) {
            verdicts.keep(new Verdict(manuscript, waits.pdf(), new Verdict.Waiting(waits.reason()), at));
            return true;
        }
        Compared compared = (Compared) check;
        if (compared.disagreements().isEmpty()) {
            verdicts.keep(new Verdict(manuscript, compared.pdf(), new Verdict.Agreeing(), at));
            publishing.publish(manuscript, actor, at);
        } else {
            verdicts.keep(new Verdict(manuscript, compared.pdf(), new Verdict.Differing(compared.disagreements()), at));
            facts.articleNotPublished(manuscript, reason(compared.disagreements()), actor);
        }
        return false;
    }

    private static String reason(List<Disagreement> disagreements) {
        String told = disagreements.stream()
                .limit(MOST_TOLD)
                .map(Disagreement::sentence)
                .collect(Collectors.joining(" "));
        return "Its renderings don't agree with its record. " + told
                + (disagreements.size() > MOST_TOLD ? " And " + (disagreements.size() - MOST_TOLD) + " more." : "");
    }
}
