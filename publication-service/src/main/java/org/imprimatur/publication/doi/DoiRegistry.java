package org.imprimatur.publication.doi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Registrations;

/** Knows whose each DOI is, and begins deposits. A DOI has at most one deposit under way. */
public final class DoiRegistry implements Registrations {
    private static final String FIXED_BATCH = "batch";
    private static final long FIXED_TIMESTAMP = 1;
    private final Dois dois;
    private final Deposits deposits;
    private final ArticleRecords records;
    private final Renderings renderings;
    private final Files files;
    private final DepositPlan plan;
    private final DepositTerms terms;
    private final Clock realTime;
    private final Supplier<UUID> ids;

    /**
     * @param realTime for timestamps and back-off: the agency's time isn't the domain's
     * @param ids new ids for deposits
     */
    public DoiRegistry(
            Dois dois,
            Deposits deposits,
            ArticleRecords records,
            Renderings renderings,
            Files files,
            DepositPlan plan,
            DepositTerms terms,
            Clock realTime,
            Supplier<UUID> ids) {
        this.dois = dois;
        this.deposits = deposits;
        this.records = records;
        this.renderings = renderings;
        this.files = files;
        this.plan = plan;
        this.terms = terms;
        this.realTime = realTime;
        this.ids = ids;
    }

    @Override
    public boolean assign(Doi doi, DoiLevel level, String subject) {
        AssignedDoi assigned = dois.assign(doi, level, subject);
        return assigned.level() == level && assigned.subject().equals(subject);
    }

    @Override
    public void register(Issue issue) {
        IssueRecord record = records.of(issue);
        boolean sandboxOnly = issue.slots().stream()
                .flatMap(slot -> records.settled(issue, slot.manuscript()).stream())
                .anyMatch(article -> article.banner().isPresent());
        begin(record.journal().doi(), sandboxOnly, journal(record));
        begin(record.volumeDoi(), sandboxOnly, volume(record));
        begin(record.issueDoi(), sandboxOnly, issue(record));
        plan.reconcile(issue.journal());
    }

    @Override
    public boolean confirmed(Issue issue) {
        IssueRecord record = records.of(issue);
        return List.of(record.journal().doi(), record.volumeDoi(), record.issueDoi()).stream()
                .allMatch(this::confirmed);
    }

    @Override
    public boolean confirmed(Doi doi) {
        return dois.find(doi).filter(AssignedDoi::registered).isPresent();
    }

    @Override
    public Optional<String> deposited(Doi doi) {
        List<Deposit> all = deposits.of(doi);
        return all.isEmpty()
                ? Optional.empty()
                : files.read(all.get(all.size() - 1).xml()).map(xml -> new String(xml, StandardCharsets.UTF_8));
    }

    @Override
    public List<Progress> progress(Issue issue) {
        IssueRecord record = records.of(issue);
        List<Progress> all = new ArrayList<>();
        all.add(progress(record.journal().doi(), DoiLevel.JOURNAL));
        all.add(progress(record.volumeDoi(), DoiLevel.VOLUME));
        all.add(progress(record.issueDoi(), DoiLevel.ISSUE));
        issue.slots().stream()
                .flatMap(slot -> slot.fixed().stream())
                .forEach(fixed -> all.add(progress(fixed.doi(), DoiLevel.ARTICLE)));
        return all;
    }

    private Progress progress(Doi doi, DoiLevel level) {
        List<Deposit> all = deposits.of(doi);
        Optional<String> difference = dois.difference(doi);
        if (difference.isPresent() && all.stream().noneMatch(Deposit::isOpen)) {
            Deposit last = all.get(all.size() - 1);
            return new Progress(doi, level, Standing.DIFFERS, difference.get(), last.intendedAt());
        }
        if (all.isEmpty()) {
            return new Progress(doi, level, Standing.ASSIGNED, "", null);
        }
        Deposit last = all.get(all.size() - 1);
        if (last.state() instanceof Deposit.Sent sent) {
            return new Progress(doi, level, Standing.SENT, last.note().orElse(""), sent.at());
        }
        if (last.state() instanceof Deposit.Confirmed confirmed) {
            return new Progress(
                    doi, level, Standing.CONFIRMED, confirmed.warning().orElse(""), confirmed.at());
        }
        if (last.state() instanceof Deposit.Refused refused) {
            return new Progress(doi, level, Standing.REFUSED, refused.reason(), refused.at());
        }
        return last.state() instanceof Deposit.GivenUp givenUp
                ? new Progress(doi, level, Standing.GIVEN_UP, givenUp.reason(), givenUp.at())
                : new Progress(doi, level, Standing.INTENDED, last.note().orElse(""), last.intendedAt());
    }

    /** Deposits again what the agency holds otherwise of an issue's articles. */
    void amend(Issue issue) {
        issue.slots().stream()
                .filter(slot -> slot.fixed()
                        .flatMap(fixed -> dois.find(fixed.doi()))
                        .filter(AssignedDoi::registered)
                        .flatMap(assigned -> dois.difference(assigned.doi()))
                        .isPresent())
                .forEach(slot ->
                        register(records.settled(issue, slot.manuscript()).orElseThrow()));
    }

    /** Begins an article's deposit unless one is under way, or it is registered and the agency holds it as it is here. */
    void register(ArticleRecord record) {
        begin(record.doi(), record.banner().isPresent(), head -> renderings.crossrefDeposit(record, head));
    }

    private Function<DepositHead, String> journal(IssueRecord record) {
        return head -> renderings.crossrefJournalDeposit(record.journal(), record.journalPage(), head);
    }

    private Function<DepositHead, String> volume(IssueRecord record) {
        return head -> renderings.crossrefVolumeDeposit(record, head);
    }

    private Function<DepositHead, String> issue(IssueRecord record) {
        return head -> renderings.crossrefIssueDeposit(record, head);
    }

    private void begin(Doi doi, boolean sandboxOnly, Function<DepositHead, String> rendering) {
        AssignedDoi assigned = dois.lock(doi).orElseThrow();
        List<Deposit> earlier = deposits.of(doi);
        boolean due = !assigned.registered() || dois.difference(doi).isPresent();
        if (due && earlier.stream().noneMatch(Deposit::isOpen)) {
            intend(assigned, earlier.size() + 1, sandboxOnly, rendering);
        }
    }

    private void intend(
            AssignedDoi assigned, int attempt, boolean sandboxOnly, Function<DepositHead, String> rendering) {
        Instant now = realTime.instant();
        UUID id = ids.get();
        long timestamp = Timestamps.next(now, assigned.lastTimestamp());
        byte[] xml = rendering.apply(head("imprimatur-" + id, timestamp)).getBytes(StandardCharsets.UTF_8);
        byte[] content = rendering.apply(head(FIXED_BATCH, FIXED_TIMESTAMP)).getBytes(StandardCharsets.UTF_8);
        Deposit deposit = new Deposit(
                id,
                assigned.doi(),
                assigned.level(),
                assigned.subject(),
                attempt,
                id + ".xml",
                timestamp,
                files.keep(xml),
                sha256(content),
                sandboxOnly || terms.sandboxOnly(),
                now,
                new Deposit.Intended(),
                0,
                false,
                Optional.empty());
        deposits.add(deposit);
        dois.save(new AssignedDoi(
                assigned.doi(),
                assigned.level(),
                assigned.subject(),
                assigned.registered(),
                timestamp,
                assigned.content()));
        plan.plan(id, now);
    }

    private DepositHead head(String batch, long timestamp) {
        return new DepositHead(batch, timestamp, terms.depositorName(), terms.depositorEmail(), terms.registrant());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
