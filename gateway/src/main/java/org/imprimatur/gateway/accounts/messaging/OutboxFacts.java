package org.imprimatur.gateway.accounts.messaging;

import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Facts;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.stereotype.Component;

@Component
class OutboxFacts implements Facts {
    private final Outbox outbox;

    OutboxFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void opened(String account, Actor by) {
        outbox.say(new AccountOpened(account), by.id());
    }

    @Override
    public void granted(String account, Grant grant, Actor by) {
        outbox.say(new RoleGranted(account, grant.journal(), grant.role().word()), by.id());
    }

    @Override
    public void revoked(String account, Grant grant, Actor by) {
        outbox.say(new RoleRevoked(account, grant.journal(), grant.role().word()), by.id());
    }

    @Override
    public void merged(String from, String into, Actor by) {
        outbox.say(new AccountsMerged(from, into), by.id());
    }
}
