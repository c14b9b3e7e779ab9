package org.imprimatur.publication.doi.messaging;

import org.imprimatur.contracts.operations.DepositDelayed;
import org.imprimatur.contracts.operations.DepositSettled;
import org.imprimatur.contracts.publication.DoiRefused;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.DoiRegistrationGivenUp;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.doi.AssignedDoi;
import org.imprimatur.publication.doi.Deposit;
import org.imprimatur.publication.doi.DoiFacts;
import org.springframework.stereotype.Component;

@Component
class DoiNews implements DoiFacts {
    private static final Actor PROCESS = new Actor.Process();
    private final Outbox outbox;

    DoiNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void registered(String manuscript, Doi doi) {
        outbox.say(new DoiRegistered(manuscript, doi.value()), PROCESS.id());
    }

    @Override
    public void refused(String manuscript, String doi, String reason) {
        outbox.say(new DoiRefused(manuscript, doi, reason), PROCESS.id());
    }

    @Override
    public void givenUp(String manuscript, Doi doi, String reason) {
        outbox.say(new DoiRegistrationGivenUp(manuscript, doi.value(), reason), PROCESS.id());
    }

    @Override
    public void differs(AssignedDoi doi, String difference) {
        outbox.say(new DepositDelayed(doi.subject(), doi.doi().value(), difference), PROCESS.id());
    }

    @Override
    public void delayed(Deposit deposit, String cause) {
        outbox.say(new DepositDelayed(deposit.subject(), deposit.doi().value(), cause), PROCESS.id());
    }

    @Override
    public void settled(Deposit deposit) {
        String outcome = "confirmed";
        String cause = null;
        if (deposit.state() instanceof Deposit.Refused refused) {
            outcome = "refused";
            cause = refused.reason();
        } else if (deposit.state() instanceof Deposit.GivenUp givenUp) {
            outcome = "given-up";
            cause = givenUp.reason();
        }
        outbox.say(new DepositSettled(deposit.subject(), deposit.doi().value(), outcome, cause), PROCESS.id());
    }
}
