package org.imprimatur.review.round;

import java.time.Instant;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.round.Invitation.Changed;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;

/** An editor takes an invitation back; the process asks the next candidate. */
public final class RevokingInvitations {

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final RoundEvents events;
    private final Mails mails;
    private final EditorialProcess process;
    private final Permissions permissions;

    public RevokingInvitations(
            Manuscripts manuscripts,
            Rounds rounds,
            RoundEvents events,
            Mails mails,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.events = events;
        this.mails = mails;
        this.process = process;
        this.permissions = permissions;
    }

    public Outcome revoke(Actor actor, String id, Instant now) {
        Manuscript manuscript = rounds.invitation(id)
                .flatMap(invitation -> manuscripts.lock(invitation.manuscript()))
                .orElse(null);
        if (manuscript == null || !permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.CHOOSE_REVIEWERS, manuscript.matter())) {
            return Outcome.forbidden("Only this manuscript’s editors take invitations back.");
        }
        if (!(rounds.lock(id).orElseThrow().revoke(now) instanceof Changed changed)) {
            return Outcome.conflict("There is nothing to take back: the invitation isn’t open any more.");
        }
        rounds.change(changed.invitation());
        events.changed(changed.invitation(), actor, now);
        mails.order(HoldingRounds.mail(changed.invitation(), "invitation-revoked", "/revoked", 0));
        return process.tell(manuscript.id(), new Word(Kind.INVITATION_REVOKED, id)) == Told.TAKEN
                ? Outcome.done()
                : Outcome.conflict("This round of review has ended.");
    }
}
