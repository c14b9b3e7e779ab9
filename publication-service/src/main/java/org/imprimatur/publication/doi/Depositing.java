package org.imprimatur.publication.doi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.PublishingIssues;

/**
 * Does a deposit's next step. It goes in two: {@link #act} speaks with the agency and changes nothing of ours,
 * {@link #record} keeps what came of it. Both bear being run again.
 */
public final class Depositing {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 3;

    /** After so many questions, a minute or two, a file that the agency doesn't know never arrived. */
    private static final int PATIENCE = 8;

    /** Crossref's number for "submitted version is less or equal to previously submitted version". */
    private static final String OLD_TIMESTAMP = "4";

    /** What Crossref says when it failed itself. */
    private static final String THEIR_FAULT = "No exception localized message";

    private final Dois dois;
    private final Deposits deposits;
    private final DoiRegistry registry;
    private final Optional<Agency> agency;
    private final LandingPages pages;
    private final DepositTerms terms;
    private final ArticleRecords records;
    private final Subjects subjects;
    private final PublishingIssues publishing;
    private final Files files;
    private final DoiFacts facts;
    private final Clock realTime;
    private final Clock domainTime;

    public Depositing(
            Dois dois,
            Deposits deposits,
            DoiRegistry registry,
            Optional<Agency> agency,
            LandingPages pages,
            DepositTerms terms,
            ArticleRecords records,
            Subjects subjects,
            PublishingIssues publishing,
            Files files,
            DoiFacts facts,
            Clock realTime,
            Clock domainTime) {
        this.dois = dois;
        this.deposits = deposits;
        this.registry = registry;
        this.agency = agency;
        this.pages = pages;
        this.terms = terms;
        this.records = records;
        this.subjects = subjects;
        this.publishing = publishing;
        this.files = files;
        this.facts = facts;
        this.realTime = realTime;
        this.domainTime = domainTime;
    }

    /** What came of a step. */
    public sealed interface Step {}

    /** The deposit has its answer already. */
    public record NothingToDo() implements Step {}

    /** It can't go on now. */
    public record Waits(String reason) implements Step {}

    public record WasSent() implements Step {}

    /** The agency has known nothing of the file for so long that it must be sent again. */
    public record WasLost() implements Step {}

    /** It may not be sent, or the agency takes nothing from us. */
    public record Stopped(String reason) implements Step {}

    public record Answered(Agency.Completed answer) implements Step {}

    /** To be called before {@link #act}, so that a step that was cut off is known. False when nothing is to do. */
    public boolean begin(UUID id) {
        Optional<Deposit> deposit = deposits.lock(id).filter(Deposit::isOpen);
        deposit.ifPresent(open -> deposits.save(open.tried()));
        return deposit.isPresent();
    }

    /** Speaks with the landing page and the agency; needs no transaction. */
    public Step act(UUID id) {
        Deposit deposit = deposits.find(id).orElseThrow();
        if (!deposit.isOpen()) {
            return new NothingToDo();
        }
        if (agency.isEmpty()) {
            return new Waits("No DOI agency is configured.");
        }
        if (deposit.sandboxOnly() && !terms.agencyIsHere()) {
            return new Stopped("This is demonstration data: it can't be deposited at a real agency.");
        }
        return deposit.state() instanceof Deposit.Sent ? poll(deposit, agency.get()) : send(deposit, agency.get());
    }

    private Step send(Deposit deposit, Agency at) {
        if (deposit.tries() > 1) {
            Agency.Polling known = at.poll(deposit.fileName());
            if (known instanceof Agency.Away away) {
                return new Waits(away.reason());
            }
            if (!(known instanceof Agency.Unknown)) {
                return new WasSent();
            }
        }
        Optional<String> problem = pages.problem(subjects.pageOf(deposit.level(), deposit.subject()));
        if (problem.isPresent()) {
            return new Waits("The landing page doesn't answer: " + problem.get());
        }
        Agency.Sending sending =
                at.send(deposit.fileName(), files.read(deposit.xml()).orElseThrow());
        if (sending instanceof Agency.Away away) {
            return new Waits(away.reason());
        }
        return sending instanceof Agency.NotTaken notTaken ? new Stopped(notTaken.reason()) : new WasSent();
    }

    private static Step poll(Deposit deposit, Agency at) {
        Agency.Polling polling = at.poll(deposit.fileName());
        if (polling instanceof Agency.Completed completed) {
            return new Answered(completed);
        }
        if (polling instanceof Agency.Unknown) {
            return deposit.tries() >= PATIENCE ? new WasLost() : new Waits("The agency doesn't know the file yet.");
        }
        return new Waits(polling instanceof Agency.Away away ? away.reason() : "The agency is working on it.");
    }

    /** Keeps what came of a step and says when the next is due; empty when the deposit has its answer. */
    public Optional<Instant> record(UUID id, Step step) {
        Deposit deposit = deposits.lock(id).orElseThrow();
        if (!deposit.isOpen() || step instanceof NothingToDo) {
            return Optional.empty();
        }
        Instant now = realTime.instant();
        if (step instanceof WasSent) {
            deposits.save(deposit.with(new Deposit.Sent(now)));
            return Optional.of(now.plus(FIRST_PAUSE));
        }
        if (step instanceof WasLost) {
            deposits.save(deposit.with(new Deposit.Intended()));
            return Optional.of(now);
        }
        if (step instanceof Stopped stopped) {
            refuse(deposit, stopped.reason(), Optional.empty(), now);
            return Optional.empty();
        }
        return step instanceof Answered answered
                ? judge(deposit, answered.answer(), now)
                : waitOn(deposit, ((Waits) step).reason(), now);
    }

    private Optional<Instant> waitOn(Deposit deposit, String reason, Instant now) {
        Duration age = Duration.between(deposit.intendedAt(), now);
        if (age.compareTo(terms.givenUpAfter()) > 0) {
            settle(deposit.with(new Deposit.GivenUp(now, reason)));
            if (isWaitedFor(deposit)) {
                facts.givenUp(deposit.subject(), deposit.doi(), reason);
            }
            return Optional.empty();
        }
        Deposit waiting = deposit.waiting(reason);
        if (!deposit.delayTold() && age.compareTo(terms.delayedAfter()) > 0) {
            facts.delayed(waiting, reason);
            waiting = waiting.delayIsTold();
        }
        deposits.save(waiting);
        return Optional.of(now.plus(pause(deposit.tries())));
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Optional<Instant> judge(Deposit deposit, Agency.Completed answer, Instant now) {
        String diagnostic = files.keep(answer.diagnostic());
        List<Agency.Diagnosis> failures = answer.records().stream()
                .filter(record -> record.status() == Agency.Status.FAILURE)
                .toList();
        if (answer.records().isEmpty()) {
            refuse(deposit, "The agency's answer names no record.", Optional.of(diagnostic), now);
        } else if (failures.isEmpty()) {
            confirm(deposit, answer, diagnostic, now);
        } else {
            refused(deposit, failures, diagnostic, now);
        }
        return Optional.empty();
    }

    private void refused(Deposit deposit, List<Agency.Diagnosis> failures, String diagnostic, Instant now) {
        String reason =
                failures.stream().map(Agency.Diagnosis::message).distinct().collect(Collectors.joining(" "));
        boolean oldTimestamp =
                failures.stream().allMatch(failure -> failure.messageId().equals(OLD_TIMESTAMP));
        boolean theirFault =
                failures.stream().allMatch(failure -> failure.message().contains(THEIR_FAULT));
        AssignedDoi assigned = dois.lock(deposit.doi()).orElseThrow();
        if (oldTimestamp && assigned.content().equals(Optional.of(deposit.content()))) {
            settle(deposit.with(new Deposit.Confirmed(sentAt(deposit), now, diagnostic, Optional.of(reason))));
            registered(deposit, assigned);
        } else if (oldTimestamp && deposit.attempt() < 2 || theirFault && deposit.attempt() < MOST_ATTEMPTS) {
            deposits.save(deposit.with(new Deposit.Refused(now, reason, Optional.of(diagnostic))));
            beginAgain(deposit);
        } else {
            refuse(deposit, reason, Optional.of(diagnostic), now);
        }
    }

    private void beginAgain(Deposit deposit) {
        if (RegisteringDois.isArticle(deposit)) {
            registry.register(records.settled(deposit.subject()).orElseThrow());
        } else {
            registry.register(
                    subjects.issuesOf(deposit.level(), deposit.subject()).get(0));
        }
    }

    private void confirm(Deposit deposit, Agency.Completed answer, String diagnostic, Instant now) {
        Optional<String> warning = answer.records().stream()
                .filter(record -> record.status() == Agency.Status.WARNING)
                .map(Agency.Diagnosis::message)
                .findFirst();
        settle(deposit.with(new Deposit.Confirmed(sentAt(deposit), now, diagnostic, warning)));
        registered(deposit, dois.lock(deposit.doi()).orElseThrow());
    }

    private void registered(Deposit deposit, AssignedDoi assigned) {
        dois.save(new AssignedDoi(
                assigned.doi(),
                assigned.level(),
                assigned.subject(),
                true,
                assigned.lastTimestamp(),
                Optional.of(deposit.content())));
        dois.reconciled(assigned.doi(), domainTime.instant(), Optional.empty());
        if (RegisteringDois.isArticle(deposit) && !assigned.registered()) {
            facts.registered(deposit.subject(), deposit.doi());
        }
        subjects.issuesOf(deposit.level(), deposit.subject())
                .forEach(issue -> publishing.advance(issue.id(), new Actor.Process(), domainTime.instant()));
    }

    /** The process waits for an article's first registration alone: what comes later changes nothing for it. */
    private boolean isWaitedFor(Deposit deposit) {
        return RegisteringDois.isArticle(deposit) && !registry.confirmed(deposit.doi());
    }

    private void refuse(Deposit deposit, String reason, Optional<String> diagnostic, Instant now) {
        settle(deposit.with(new Deposit.Refused(now, reason, diagnostic)));
        if (isWaitedFor(deposit)) {
            facts.refused(deposit.subject(), deposit.doi().value(), reason);
        }
    }

    private void settle(Deposit ended) {
        deposits.save(ended);
        facts.settled(ended);
    }

    private static Instant sentAt(Deposit deposit) {
        return deposit.state() instanceof Deposit.Sent sent ? sent.at() : deposit.intendedAt();
    }
}
