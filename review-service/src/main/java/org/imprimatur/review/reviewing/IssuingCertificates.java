package org.imprimatur.review.reviewing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.round.Links;

/** Certifies to people what they reviewed, and confirms it to whoever holds the certificate. */
public final class IssuingCertificates {

    private final OwnReviews reviews;
    private final Certificates certificates;
    private final Links links;
    private final ZoneId zone;

    /** @param zone whose years and months count */
    public IssuingCertificates(OwnReviews reviews, Certificates certificates, Links links, ZoneId zone) {
        this.reviews = reviews;
        this.certificates = certificates;
        this.links = links;
        this.zone = zone;
    }

    /** All that was handed in during a calendar year; there is one with as many reviews already: that one stays. */
    public Outcome forYear(Oneself oneself, int year, String newId, Instant now) {
        List<OwnReview> counted = reviews.of(oneself).stream()
                .filter(OwnReview::isReviewed)
                .filter(one -> month(one).getYear() == year)
                .toList();
        if (counted.isEmpty()) {
            return Outcome.invalid(Map.of("year", "You handed in no review in " + year + "."));
        }
        issue(oneself, counted, Optional.of(year), "year/" + year + "/" + counted.size(), newId, now);
        return Outcome.done();
    }

    /** One review; it has its certificate already: that one stays. */
    public Outcome forReview(Oneself oneself, String invitation, String newId, Instant now) {
        OwnReview review = reviews.find(oneself, invitation).orElse(null);
        if (review == null) {
            return Outcome.unknown();
        }
        if (!review.isReviewed()) {
            return Outcome.conflict("A review is certified once it was handed in.");
        }
        issue(oneself, List.of(review), Optional.empty(), "review/" + invitation, newId, now);
        return Outcome.done();
    }

    private void issue(
            Oneself oneself, List<OwnReview> counted, Optional<Integer> year, String about, String id, Instant now) {
        Map<String, List<OwnReview>> byJournal = counted.stream()
                .collect(Collectors.groupingBy(OwnReview::journalTitle, TreeMap::new, Collectors.toList()));
        List<Certificate.Line> lines = byJournal.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue()))
                .toList();
        String name = counted.stream()
                .max(Comparator.comparing(one -> one.endedAt().orElseThrow()))
                .orElseThrow()
                .reviewerName();
        certificates.add(new Certificate(id, oneself.account(), name, year, lines, now), about, Links.hash(token(id)));
    }

    private Certificate.Line line(String journal, List<OwnReview> all) {
        List<YearMonth> months = all.stream().map(this::month).sorted().toList();
        return new Certificate.Line(journal, all.size(), months.get(0), months.get(months.size() - 1));
    }

    private YearMonth month(OwnReview review) {
        return YearMonth.from(review.endedAt().orElseThrow().atZone(zone));
    }

    /** The years in which this person handed reviews in, the last first. */
    public List<Integer> years(List<OwnReview> written) {
        return written.stream()
                .map(one -> month(one).getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    public Outcome takeBack(Oneself oneself, String id, Instant now) {
        certificates.takeBack(oneself.account(), id, now);
        return Outcome.done();
    }

    /** What stands at the end of a certificate's address; whoever has it can ask whether it is true. */
    public String token(String certificate) {
        return links.token("certificate/" + certificate, 0);
    }

    public Optional<Certificate> confirm(String token) {
        return certificates.byToken(Links.hash(token));
    }
}
