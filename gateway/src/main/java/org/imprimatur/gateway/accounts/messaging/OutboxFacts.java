package org.imprimatur.gateway.accounts.messaging;

import java.util.List;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Facts;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.service.SealedAddresses;
import org.springframework.stereotype.Component;

@Component
class OutboxFacts implements Facts {
    private final Outbox outbox;
    private final SealedAddresses sealed;

    OutboxFacts(Outbox outbox, SealedAddresses sealed) {
        this.outbox = outbox;
        this.sealed = sealed;
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
    public void erased(String account, List<String> addresses, Actor by) {
        outbox.say(
                new AccountErased(
                        account, addresses.stream().map(sealed::seal).sorted().toList()),
                by.id());
    }

    @Override
    public void merged(String from, String into, Actor by) {
        outbox.say(new AccountsMerged(from, into), by.id());
    }
}
