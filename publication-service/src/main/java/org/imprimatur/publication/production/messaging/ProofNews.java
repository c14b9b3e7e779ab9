package org.imprimatur.publication.production.messaging;

import java.time.Instant;
import java.util.Map;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.ProofSeen;
import org.imprimatur.contracts.publication.ProofTimeGranted;
import org.imprimatur.contracts.publication.ProofTimeRefused;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.MoreTime;
import org.imprimatur.publication.production.MoreTimes;
import org.imprimatur.publication.production.ProofFacts;
import org.springframework.stereotype.Component;

@Component
class ProofNews implements ProofFacts {
    private static final Actor PROCESS = new Actor.Process();
    private final Outbox outbox;
    private final MailQueue mails;
    private final MoreTimes wishes;

    ProofNews(Outbox outbox, MailQueue mails, MoreTimes wishes) {
        this.outbox = outbox;
        this.wishes = wishes;
        this.mails = mails;
    }

    @Override
    public void ready(Galley galley) {
        sayReady(galley);
        mails.queue(new MailOrder(
                "proof/" + galley.id(),
                galley.order().manuscript(),
                "account/" + galley.order().correspondingAccount(),
                "publication/proof",
                Map.of("proof", galley.id().toString())));
    }

    private void sayReady(Galley galley) {
        outbox.say(
                new ProofReady(
                        galley.order().manuscript(),
                        galley.id().toString(),
                        galley.sheet().orElseThrow().pages()),
                PROCESS.id());
    }

    @Override
    public void again(Galley galley) {
        if (galley.sheet().isEmpty()) {
            return;
        }
        sayReady(galley);
        wishes.of(galley.id()).forEach(wish -> {
            sayRequested(galley, wish, wish.askedBy());
            wish.answer().ifPresent(answer -> sayAnswered(galley, wish, answer));
        });
        String manuscript = galley.order().manuscript();
        if (galley.state() instanceof Galley.Approved) {
            outbox.say(new ProofApproved(manuscript, galley.id().toString()), PROCESS.id());
        } else if (galley.state() instanceof Galley.ToCorrect) {
            outbox.say(new ProofCorrectionsRequested(manuscript, galley.id().toString()), PROCESS.id());
        }
    }

    @Override
    public void failed(Galley galley, String reason) {
        outbox.say(new GalleyFailed(galley.order().manuscript(), reason), PROCESS.id());
    }

    @Override
    public void approved(Galley galley, Actor by) {
        outbox.say(new ProofApproved(galley.order().manuscript(), galley.id().toString()), by.id());
        mails.recall("proof/" + galley.id());
    }

    @Override
    public void correctionsRequested(Galley galley, Actor by) {
        outbox.say(
                new ProofCorrectionsRequested(
                        galley.order().manuscript(), galley.id().toString()),
                by.id());
        mails.recall("proof/" + galley.id());
    }

    @Override
    public void seen(Galley galley, Actor by, Instant at) {
        outbox.say(new ProofSeen(galley.order().manuscript(), galley.id().toString(), at), by.id());
    }

    @Override
    public void timeRequested(Galley galley, MoreTime wish, Actor by) {
        sayRequested(galley, wish, by.id());
    }

    private void sayRequested(Galley galley, MoreTime wish, String by) {
        outbox.say(
                new ProofTimeRequested(
                        galley.order().manuscript(),
                        galley.id().toString(),
                        wish.id().toString(),
                        wish.days()),
                by);
    }

    @Override
    public void timeAnswered(Galley galley, MoreTime wish) {
        MoreTime.Answer answer = wish.answer().orElseThrow();
        sayAnswered(galley, wish, answer);
        mails.queue(new MailOrder(
                "proof-time/" + wish.id(),
                galley.order().manuscript(),
                "account/" + wish.askedBy(),
                "publication/proof-time",
                Map.of("proof", galley.id().toString(), "wish", wish.id().toString())));
    }

    private void sayAnswered(Galley galley, MoreTime wish, MoreTime.Answer answer) {
        String manuscript = galley.order().manuscript();
        String proof = galley.id().toString();
        String request = wish.id().toString();
        outbox.say(
                answer instanceof MoreTime.Granted granted
                        ? new ProofTimeGranted(manuscript, proof, request, granted.days())
                        : new ProofTimeRefused(manuscript, proof, request),
                answer.by());
    }
}
