package org.imprimatur.gateway.notices.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.DoiRefused;
import org.imprimatur.contracts.publication.DoiRegistrationGivenUp;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.contracts.review.EditorMentioned;
import org.imprimatur.contracts.review.HandlingEditorAssigned;
import org.imprimatur.contracts.review.InvitationAccepted;
import org.imprimatur.contracts.review.InvitationDeclined;
import org.imprimatur.contracts.review.InvitationExpired;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.ReviewSubmitted;
import org.imprimatur.contracts.review.ReviewerReminded;
import org.imprimatur.contracts.review.ReviewerWithdrew;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.contracts.review.ScreeningPassed;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.contracts.submission.ManuscriptWithdrawn;
import org.imprimatur.gateway.notices.Happening;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.TellingPeople;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.time.DomainClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What services say, as what people are told. What is said of a manuscript before it was heard of waits until it was. A
 * cause is what stays the same when a service says its state again.
 */
@Configuration(proxyBeanMethods = false)
class HearingServices {
    private static final Set<String> MAIL_TROUBLE = Set.of("bounced", "failed");
    private static final String OURS = "gateway";
    private static final String SAID_AGAIN_BY = "process";

    private final TellingPeople telling;
    private final Clock clock;

    HearingServices(TellingPeople telling, DomainClock clock) {
        this.telling = telling;
        this.clock = clock;
    }

    @Bean
    MessageHandler<ManuscriptSubmitted> tellingOfSubmissions(Inbox inbox) {
        return on(ManuscriptSubmitted.class, (said, received) -> {
            telling.submitted(
                    said.manuscript(),
                    said.number(),
                    said.journal(),
                    said.correspondingAccount(),
                    new HashSet<>(said.authorAccounts()));
            inbox.moved(said.manuscript());
            return tell(
                    Kind.MANUSCRIPT_SUBMITTED,
                    said.manuscript(),
                    "submitted/" + said.manuscript() + "/" + said.version(),
                    received,
                    said.submittedAt());
        });
    }

    @Bean
    MessageHandler<ManuscriptRevised> tellingOfRevisions() {
        return on(ManuscriptRevised.class, (said, received) -> {
            // facts of earlier releases don't say
            Optional.ofNullable(said.authorAccounts())
                    .ifPresent(authors -> telling.revised(said.manuscript(), new HashSet<>(authors)));
            return tell(
                    Kind.REVISION_ARRIVED,
                    said.manuscript(),
                    "revised/" + said.manuscript() + "/" + said.version(),
                    received,
                    said.submittedAt());
        });
    }

    @Bean
    MessageHandler<ManuscriptWithdrawn> tellingOfWithdrawals() {
        return on(
                ManuscriptWithdrawn.class,
                (said, received) -> tell(
                        Kind.MANUSCRIPT_WITHDRAWN,
                        said.manuscript(),
                        "withdrawn/" + said.manuscript(),
                        received,
                        received.time()));
    }

    @Bean
    MessageHandler<ScreeningPassed> tellingOfScreenings() {
        return on(ScreeningPassed.class, (said, received) -> {
            assigned(said.manuscript(), said.handlingEditor(), received);
            return tell(
                    Kind.UNDER_REVIEW,
                    said.manuscript(),
                    "under-review/" + said.manuscript(),
                    received,
                    received.time());
        });
    }

    @Bean
    MessageHandler<HandlingEditorAssigned> tellingOfAssignments() {
        return on(
                HandlingEditorAssigned.class,
                (said, received) -> assigned(said.manuscript(), said.handlingEditor(), received));
    }

    private Handling assigned(String manuscript, String editor, Received received) {
        boolean known = telling.handled(manuscript, editor);
        if (known && SAID_AGAIN_BY.equals(received.actor())) {
            return Handling.done();
        }
        return tell(new Happening(
                Kind.HANDLING_EDITOR_ASSIGNED,
                manuscript,
                "assigned/" + received.id(),
                received.actor(),
                received.time(),
                Set.of(editor)));
    }

    @Bean
    MessageHandler<EditorMentioned> tellingOfMentions() {
        return on(
                EditorMentioned.class,
                (said, received) -> tell(new Happening(
                        Kind.MENTIONED,
                        said.manuscript(),
                        "note/" + said.note(),
                        said.by(),
                        said.mentionedAt(),
                        new HashSet<>(said.mentioned()))));
    }

    @Bean
    MessageHandler<InvitationAccepted> tellingOfAcceptances() {
        return on(
                InvitationAccepted.class,
                (said, received) -> invitation(Kind.REVIEWER_ACCEPTED, said.manuscript(), said.invitation(), received));
    }

    @Bean
    MessageHandler<InvitationDeclined> tellingOfRefusals() {
        return on(
                InvitationDeclined.class,
                (said, received) -> invitation(Kind.REVIEWER_DECLINED, said.manuscript(), said.invitation(), received));
    }

    @Bean
    MessageHandler<InvitationExpired> tellingOfSilence() {
        return on(
                InvitationExpired.class,
                (said, received) -> invitation(Kind.REVIEWER_SILENT, said.manuscript(), said.invitation(), received));
    }

    @Bean
    MessageHandler<ReviewerWithdrew> tellingOfReviewersWhoWithdrew() {
        return on(
                ReviewerWithdrew.class,
                (said, received) -> invitation(Kind.REVIEWER_WITHDREW, said.manuscript(), said.invitation(), received));
    }

    @Bean
    MessageHandler<ReviewSubmitted> tellingOfReviews() {
        return on(ReviewSubmitted.class, (said, received) -> {
            // facts of earlier releases don't say, and not every reviewer has an account
            Optional.ofNullable(said.account()).ifPresent(account -> telling.reviewed(said.manuscript(), account));
            return invitation(Kind.REVIEW_ARRIVED, said.manuscript(), said.invitation(), received);
        });
    }

    @Bean
    MessageHandler<ReviewerReminded> tellingReviewers() {
        return on(
                ReviewerReminded.class,
                (said, received) -> said.account() == null
                        ? Handling.done()
                        : tell(new Happening(
                                Kind.REVIEW_REMINDED,
                                said.manuscript(),
                                "reminded/" + said.invitation() + "/" + said.of() + "/" + said.remindedAt(),
                                received.actor(),
                                said.remindedAt(),
                                Set.of(said.account()))));
    }

    private Handling invitation(Kind kind, String manuscript, String invitation, Received received) {
        return tell(kind, manuscript, kind.word() + "/" + invitation, received, received.time());
    }

    @Bean
    MessageHandler<ManuscriptReturned> tellingOfReturns() {
        return on(
                ManuscriptReturned.class,
                (said, received) -> tell(
                        Kind.RETURNED,
                        said.manuscript(),
                        "letter/" + said.manuscript() + "/" + said.letter(),
                        received,
                        at(said.returnedAt(), received)));
    }

    @Bean
    MessageHandler<RevisionRequested> tellingOfRequests() {
        return on(
                RevisionRequested.class,
                (said, received) -> decided(said.manuscript(), said.letter(), said.requestedAt(), received));
    }

    @Bean
    MessageHandler<ManuscriptAccepted> tellingOfAcceptance() {
        return on(
                ManuscriptAccepted.class,
                (said, received) -> decided(said.manuscript(), said.letter(), said.acceptedAt(), received));
    }

    @Bean
    MessageHandler<ManuscriptRejected> tellingOfRejections() {
        return on(
                ManuscriptRejected.class,
                (said, received) -> decided(said.manuscript(), said.letter(), said.rejectedAt(), received));
    }

    private Handling decided(String manuscript, String letter, Instant when, Received received) {
        tell(new Happening(
                Kind.REVIEWED_DECIDED,
                manuscript,
                "reviewed/" + manuscript + "/" + letter,
                received.actor(),
                at(when, received),
                telling.reviewers(manuscript)));
        return tell(Kind.DECIDED, manuscript, "letter/" + manuscript + "/" + letter, received, at(when, received));
    }

    @Bean
    MessageHandler<ProofReady> tellingOfProofs() {
        return on(
                ProofReady.class,
                (said, received) ->
                        tell(Kind.PROOF_READY, said.manuscript(), "proof/" + said.proof(), received, received.time()));
    }

    @Bean
    MessageHandler<ProofApproved> tellingOfApprovals() {
        return on(
                ProofApproved.class,
                (said, received) -> tell(
                        Kind.PROOF_APPROVED, said.manuscript(), "approved/" + said.proof(), received, received.time()));
    }

    @Bean
    MessageHandler<ProofTimeRequested> tellingOfWishesForTime() {
        return on(
                ProofTimeRequested.class,
                (said, received) -> tell(
                        Kind.PROOF_TIME_REQUESTED,
                        said.manuscript(),
                        "proof-time/" + said.request(),
                        received,
                        received.time()));
    }

    @Bean
    MessageHandler<ProofCorrectionsRequested> tellingOfCorrections() {
        return on(
                ProofCorrectionsRequested.class,
                (said, received) -> tell(
                        Kind.PROOF_CORRECTIONS,
                        said.manuscript(),
                        "corrections/" + said.proof(),
                        received,
                        received.time()));
    }

    @Bean
    MessageHandler<GalleyFailed> tellingOfFailedGalleys() {
        return on(
                GalleyFailed.class,
                (said, received) -> tell(
                        Kind.GALLEY_FAILED, said.manuscript(), "galley/" + received.id(), received, received.time()));
    }

    @Bean
    MessageHandler<ArticleScheduled> tellingOfPlaces() {
        return on(
                ArticleScheduled.class,
                (said, received) -> tell(
                        Kind.SCHEDULED,
                        said.manuscript(),
                        "scheduled/" + said.manuscript() + "/" + said.issue(),
                        received,
                        received.time()));
    }

    @Bean
    MessageHandler<DoiRefused> tellingOfRefusedDeposits() {
        return on(
                DoiRefused.class,
                (said, received) -> tell(
                        Kind.DEPOSIT_FAILED, said.manuscript(), "deposit/" + received.id(), received, received.time()));
    }

    @Bean
    MessageHandler<DoiRegistrationGivenUp> tellingOfDepositsGivenUp() {
        return on(
                DoiRegistrationGivenUp.class,
                (said, received) -> tell(
                        Kind.DEPOSIT_FAILED, said.manuscript(), "deposit/" + received.id(), received, received.time()));
    }

    @Bean
    MessageHandler<ArticlePublished> tellingOfPublication() {
        return on(
                ArticlePublished.class,
                (said, received) -> tell(
                        Kind.PUBLISHED,
                        said.manuscript(),
                        "published/" + said.manuscript(),
                        received,
                        said.publishedAt()));
    }

    /** Mails are about many things: one that is about no manuscript of ours concerns nobody here. */
    @Bean
    MessageHandler<MailStateChanged> tellingOfMails() {
        return on(MailStateChanged.class, (said, received) -> {
            if (!OURS.equals(said.service()) && MAIL_TROUBLE.contains(said.state())) {
                tell(
                        Kind.MAIL_RETURNED,
                        said.subject(),
                        "mail/" + said.service() + "/" + said.mail(),
                        received,
                        received.time());
            }
            return Handling.done();
        });
    }

    private static Instant at(Instant said, Received received) {
        return Optional.ofNullable(said).orElse(received.time());
    }

    private Handling tell(Kind kind, String manuscript, String cause, Received received, Instant at) {
        return tell(new Happening(kind, manuscript, cause, received.actor(), at, Set.of()));
    }

    private Handling tell(Happening happening) {
        return telling.happened(happening, clock.instant())
                ? Handling.done()
                : Handling.early("nobody handed in a manuscript " + happening.manuscript());
    }

    private static <M extends Message> MessageHandler<M> on(Class<M> message, BiFunction<M, Received, Handling> how) {
        return new MessageHandler<>() {
            @Override
            public Class<M> message() {
                return message;
            }

            @Override
            public Handling handle(M said, Received received) {
                return how.apply(said, received);
            }
        };
    }
}
