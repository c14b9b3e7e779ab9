package org.imprimatur.submission.portal.messaging;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ManuscriptMoved;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.contracts.review.Step;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Reopening;
import org.imprimatur.submission.portal.Journey;
import org.imprimatur.submission.portal.Journeys;
import org.imprimatur.submission.portal.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One handler for each fact that concerns an author. Facts can't be refused, and each may come twice. */
@Configuration(proxyBeanMethods = false)
class TakingIn {

    private static final Map<String, Place.Step> STEPS = Map.ofEntries(
            entry(Step.SCREENING, Place.Step.SCREENING),
            entry(Step.RETURNED, Place.Step.RETURNED),
            entry(Step.CHOOSING_REVIEWERS, Place.Step.CHOOSING_REVIEWERS),
            entry(Step.PEER_REVIEW, Place.Step.PEER_REVIEW),
            entry(Step.DECISION, Place.Step.DECISION),
            entry(Step.REVISION, Place.Step.REVISION),
            entry(Step.PRODUCTION, Place.Step.PRODUCTION),
            entry(Step.PROOF, Place.Step.PROOF),
            entry(Step.ISSUE_ASSIGNMENT, Place.Step.ISSUE_ASSIGNMENT),
            entry(Step.PAGE_ALLOCATION, Place.Step.PAGE_ALLOCATION),
            entry(Step.ISSUE_CLOSING, Place.Step.ISSUE_CLOSING),
            entry(Step.DOI_REGISTRATION, Place.Step.DOI_REGISTRATION),
            entry(Step.PUBLICATION, Place.Step.PUBLICATION),
            entry(Step.PUBLISHED, Place.Step.PUBLISHED),
            entry(Step.REJECTED, Place.Step.REJECTED),
            entry(Step.WITHDRAWN, Place.Step.WITHDRAWN));

    private static final Actor.Journal JOURNAL = new Actor.Journal();

    private final Journeys journeys;
    private final HandingIn handingIn;

    TakingIn(Journeys journeys, HandingIn handingIn) {
        this.journeys = journeys;
        this.handingIn = handingIn;
    }

    @Bean
    MessageHandler<JournalConfigured> journalConfigured(JournalsKnown journals) {
        return on(
                JournalConfigured.class,
                (fact, received) -> journals.keep(
                        new JournalsKnown.KnownJournal(
                                fact.journal(),
                                fact.title(),
                                fact.abbreviation(),
                                fact.sections().stream()
                                        .map(section -> new JournalsKnown.KnownSection(section.key(), section.title()))
                                        .toList()),
                        fact.version()));
    }

    @Bean
    MessageHandler<ManuscriptMoved> manuscriptMoved() {
        return on(
                ManuscriptMoved.class,
                (fact, received) -> journeys.moved(
                        fact.manuscript(),
                        received.sequence(),
                        new Place(
                                STEPS.getOrDefault(fact.step(), Place.Step.ANOTHER),
                                fact.since(),
                                Optional.ofNullable(fact.until()),
                                Optional.ofNullable(fact.next()).map(next -> next.what()),
                                Optional.ofNullable(fact.next()).map(next -> next.at()))));
    }

    @Bean
    MessageHandler<ManuscriptReturned> manuscriptReturned() {
        return on(ManuscriptReturned.class, (fact, received) -> {
            Instant at = at(fact.returnedAt(), received);
            letter(fact.manuscript(), fact.letter(), "returned", at);
            handingIn.reopen(
                    JOURNAL,
                    fact.manuscript(),
                    Optional.ofNullable(fact.version()),
                    new Reopening(Reopening.Kind.RETURNED, fact.letter(), Optional.empty(), at));
        });
    }

    @Bean
    MessageHandler<RevisionRequested> revisionRequested() {
        return on(RevisionRequested.class, (fact, received) -> {
            Instant at = at(fact.requestedAt(), received);
            letter(fact.manuscript(), fact.letter(), fact.kind() + "-revision", at);
            handingIn.reopen(
                    JOURNAL,
                    fact.manuscript(),
                    Optional.ofNullable(fact.version()),
                    new Reopening(
                            fact.kind().equals("minor") ? Reopening.Kind.MINOR_REVISION : Reopening.Kind.MAJOR_REVISION,
                            fact.letter(),
                            Optional.ofNullable(fact.due()),
                            at));
        });
    }

    @Bean
    MessageHandler<ManuscriptAccepted> manuscriptAccepted() {
        return on(ManuscriptAccepted.class, (fact, received) -> {
            letter(fact.manuscript(), fact.letter(), "accepted", at(fact.acceptedAt(), received));
            handingIn.conclude(JOURNAL, fact.manuscript(), Manuscript.Stage.ACCEPTED, received.time());
        });
    }

    @Bean
    MessageHandler<ManuscriptRejected> manuscriptRejected() {
        return on(ManuscriptRejected.class, (fact, received) -> {
            letter(fact.manuscript(), fact.letter(), "rejected", at(fact.rejectedAt(), received));
            handingIn.conclude(JOURNAL, fact.manuscript(), Manuscript.Stage.REJECTED, received.time());
        });
    }

    @Bean
    MessageHandler<ProofReady> proofReady() {
        return on(
                ProofReady.class,
                (fact, received) -> journeys.proofReady(
                        fact.manuscript(),
                        new Journey.ProofKnown(fact.proof(), fact.pages(), received.time(), Optional.empty())));
    }

    @Bean
    MessageHandler<ProofApproved> proofApproved() {
        return on(
                ProofApproved.class,
                (fact, received) -> journeys.proofAnswered(fact.manuscript(), fact.proof(), "approved"));
    }

    @Bean
    MessageHandler<ProofCorrectionsRequested> proofCorrectionsRequested() {
        return on(
                ProofCorrectionsRequested.class,
                (fact, received) -> journeys.proofAnswered(fact.manuscript(), fact.proof(), "corrections"));
    }

    @Bean
    MessageHandler<ArticlePublished> articlePublished() {
        return on(ArticlePublished.class, (fact, received) -> {
            journeys.published(fact.manuscript(), new Journey.Publication(fact.doi(), fact.publishedAt()));
            handingIn.conclude(JOURNAL, fact.manuscript(), Manuscript.Stage.PUBLISHED, received.time());
        });
    }

    private void letter(String manuscript, String document, String kind, Instant at) {
        if (document != null) {
            journeys.letter(manuscript, new Journey.LetterKept(document, kind, at));
        }
    }

    // what is said again comes later than it happened
    private static Instant at(Instant happened, Received received) {
        return happened == null ? received.time() : happened;
    }

    private static <M> MessageHandler<M> on(Class<M> message, BiConsumer<M, Received> effect) {
        return new MessageHandler<>() {
            @Override
            public Class<M> message() {
                return message;
            }

            @Override
            public Handling handle(M fact, Received received) {
                effect.accept(fact, received);
                return Handling.done();
            }
        };
    }
}
