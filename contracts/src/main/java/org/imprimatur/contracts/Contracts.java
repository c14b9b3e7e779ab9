package org.imprimatur.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.contracts.operations.DepositDelayed;
import org.imprimatur.contracts.operations.DepositSettled;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.operations.MessageContradicted;
import org.imprimatur.contracts.operations.MessagesMissing;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleCorrected;
import org.imprimatur.contracts.publication.ArticleNotPublished;
import org.imprimatur.contracts.publication.ArticleNotScheduled;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleRetracted;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.contracts.publication.DoiRefused;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.DoiRegistrationGivenUp;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.IssueClosed;
import org.imprimatur.contracts.publication.IssuePublished;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.PagesNotAllocated;
import org.imprimatur.contracts.publication.PagesReleased;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.ProofSeen;
import org.imprimatur.contracts.publication.ProofTimeGranted;
import org.imprimatur.contracts.publication.ProofTimeRefused;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ReleasePages;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.contracts.publication.UnscheduleArticle;
import org.imprimatur.contracts.review.EditorMentioned;
import org.imprimatur.contracts.review.HandlingEditorAssigned;
import org.imprimatur.contracts.review.InvitationAccepted;
import org.imprimatur.contracts.review.InvitationDeclined;
import org.imprimatur.contracts.review.InvitationExpired;
import org.imprimatur.contracts.review.InvitationRevoked;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ManuscriptMoved;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.contracts.review.ReviewSubmitted;
import org.imprimatur.contracts.review.ReviewerInvited;
import org.imprimatur.contracts.review.ReviewerReminded;
import org.imprimatur.contracts.review.ReviewerWithdrew;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.contracts.review.ScreeningPassed;
import org.imprimatur.contracts.submission.ManuscriptFileSeen;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.contracts.submission.ManuscriptWithdrawn;
import org.imprimatur.contracts.submission.RestateSubmission;

/** Every message there is, and the way between a record and its name on the wire. */
public final class Contracts {

    /** All message records, in no order that means anything. */
    public static final List<Class<? extends Message>> ALL = List.of(
            AccountErased.class,
            AccountOpened.class,
            AccountsMerged.class,
            RestateAccounts.class,
            RoleGranted.class,
            RoleRevoked.class,
            DepositDelayed.class,
            DepositSettled.class,
            HandlingParked.class,
            HandlingResumed.class,
            MailStateChanged.class,
            MessageContradicted.class,
            MessagesMissing.class,
            AllocatePages.class,
            ArticleCorrected.class,
            ArticleNotPublished.class,
            ArticleNotScheduled.class,
            ArticlePublished.class,
            ArticleRetracted.class,
            ArticleScheduled.class,
            ArticleUnscheduled.class,
            DoiRefused.class,
            DoiRegistered.class,
            DoiRegistrationGivenUp.class,
            GalleyFailed.class,
            IssueClosed.class,
            IssuePublished.class,
            JournalConfigured.class,
            PagesAllocated.class,
            PagesFixed.class,
            PagesNotAllocated.class,
            PagesReleased.class,
            ProduceGalley.class,
            ProofApproved.class,
            ProofCorrectionsRequested.class,
            ProofReady.class,
            ProofSeen.class,
            ProofTimeGranted.class,
            ProofTimeRefused.class,
            ProofTimeRequested.class,
            PublishArticle.class,
            RegisterDoi.class,
            ReleasePages.class,
            RestatePublication.class,
            ScheduleArticle.class,
            UnscheduleArticle.class,
            EditorMentioned.class,
            HandlingEditorAssigned.class,
            InvitationAccepted.class,
            InvitationDeclined.class,
            InvitationExpired.class,
            InvitationRevoked.class,
            ManuscriptAccepted.class,
            ManuscriptMoved.class,
            ManuscriptRejected.class,
            ManuscriptReturned.class,
            RestateReview.class,
            ReviewSubmitted.class,
            ReviewerInvited.class,
            ReviewerReminded.class,
            ReviewerWithdrew.class,
            RevisionRequested.class,
            ScreeningPassed.class,
            ManuscriptFileSeen.class,
            ManuscriptRevised.class,
            ManuscriptSubmitted.class,
            ManuscriptWithdrawn.class,
            RestateSubmission.class);

    private static final Map<String, Class<? extends Message>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Contracts::typeOf, Function.identity()));

    /** Every topic that a message travels on. */
    public static final Set<String> TOPICS =
            ALL.stream().map(Contracts::topicOf).collect(Collectors.toUnmodifiableSet());

    private Contracts() {}

    /** The CloudEvents {@code type} of a message record (CloudEvents 1.0, section "type"). */
    public static String typeOf(Class<? extends Message> message) {
        return wire(message).type();
    }

    /** The topic on which a message record travels. */
    public static String topicOf(Class<? extends Message> message) {
        return wire(message).topic();
    }

    /** The record for a wire type; empty for a type of a newer release. */
    public static Optional<Class<? extends Message>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static Wire wire(Class<? extends Message> message) {
        Wire wire = message.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalArgumentException(message.getName() + " has no @Wire: it can't travel");
        }
        return wire;
    }
}
