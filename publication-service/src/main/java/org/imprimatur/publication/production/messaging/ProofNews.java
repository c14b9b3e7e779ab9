package org.imprimatur.publication.production.messaging;

import java.util.Map;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.ProofFacts;
import org.springframework.stereotype.Component;

@Component
class ProofNews implements ProofFacts {
    private static final Actor PROCESS = new Actor.Process();
    private final Outbox outbox;
    private final MailQueue mails;

    ProofNews(Outbox outbox, MailQueue mails) {
        this.outbox = outbox;
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
}
