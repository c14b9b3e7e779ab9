package org.imprimatur.publication.doi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.issue.ArticleRecords;

/**
 * Asks the agency each night what it holds under the DOIs that it has confirmed and those that are in doubt, and keeps
 * in what that differs from ours. It goes in two steps: {@link #ask} speaks with the agency and changes nothing,
 * {@link #record} keeps what it said.
 */
public final class ReconcilingDois {
    private static final int AT_ONCE = 50;
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private final Dois dois;
    private final Deposits deposits;
    private final Optional<Agency> agency;
    private final DepositTerms terms;
    private final ArticleRecords records;
    private final Subjects subjects;
    private final DoiFacts facts;

    public ReconcilingDois(
            Dois dois,
            Deposits deposits,
            Optional<Agency> agency,
            DepositTerms terms,
            ArticleRecords records,
            Subjects subjects,
            DoiFacts facts) {
        this.dois = dois;
        this.deposits = deposits;
        this.agency = agency;
        this.terms = terms;
        this.records = records;
        this.subjects = subjects;
        this.facts = facts;
    }

    /** When the next round begins: the coming night, UTC. */
    public static Instant night(Instant now) {
        Instant today = now.atZone(ZoneOffset.UTC).toLocalDate().atTime(NIGHT).toInstant(ZoneOffset.UTC);
        return now.isBefore(today) ? today : today.plus(Duration.ofDays(1));
    }

    /** Those of the journal's DOIs that weren't asked for since then, some at once; none when there is no agency to ask. */
    public List<AssignedDoi> toAsk(String journal, Instant since) {
        return agency.isEmpty() || terms.sandboxOnly() && !terms.agencyIsHere()
                ? List.of()
                : dois.toReconcile(journal, since, AT_ONCE);
    }

    /** Speaks with the agency; needs no transaction. */
    public Agency.Holding ask(AssignedDoi assigned) {
        return agency.orElseThrow().holding(assigned.doi());
    }

    /** Keeps what the agency said, and tells a difference that is new. */
    public void record(AssignedDoi asked, Agency.Holding holding, Instant at) {
        AssignedDoi assigned = dois.lock(asked.doi()).orElseThrow();
        Optional<String> difference = difference(assigned, holding);
        boolean known = dois.difference(assigned.doi()).equals(difference);
        dois.reconciled(assigned.doi(), at, difference);
        if (!known) {
            difference.ifPresent(one -> facts.differs(assigned, one));
        }
    }

    private Optional<String> difference(AssignedDoi assigned, Agency.Holding holding) {
        if (!(holding instanceof Agency.Held held)) {
            return assigned.registered()
                    ? Optional.of("The agency confirmed this DOI, but says now that it doesn't hold it.")
                    : Optional.empty();
        }
        List<Deposit> all = deposits.of(assigned.doi());
        if (!assigned.registered()) {
            return all.stream().anyMatch(Deposit::isOpen)
                    ? Optional.empty()
                    : Optional.of("The agency holds this DOI, but no confirmation of it has come.");
        }
        // one that is under way may have arrived already
        return all.stream().anyMatch(Deposit::isOpen) ? Optional.empty() : difference(assigned, held);
    }

    private Optional<String> difference(AssignedDoi assigned, Agency.Held held) {
        Stream<String> page = differs(
                "another address",
                held.page(),
                subjects.pageOf(assigned.level(), assigned.subject()).toString());
        Stream<String> rest = assigned.level() == DoiLevel.ARTICLE
                ? records.settled(assigned.subject()).stream().flatMap(record -> differs(held, record))
                : Stream.empty();
        String all = Stream.concat(page, rest).collect(Collectors.joining(" "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Stream<String> differs(Agency.Held held, ArticleRecord record) {
        return Stream.concat(
                differs("another title", held.title(), record.title()),
                differs("other pages", held.pages(), record.pages().display()));
    }

    /** What the agency doesn't say can't differ. */
    private static Stream<String> differs(String what, String there, String here) {
        return there.isEmpty() || plain(there).equals(plain(here))
                ? Stream.empty()
                : Stream.of("The agency has " + what + ": \"" + there + "\", not \"" + here + "\".");
    }

    private static String plain(String text) {
        return text.replace('–', '-').replaceAll("\\s+", " ").strip();
    }
}
