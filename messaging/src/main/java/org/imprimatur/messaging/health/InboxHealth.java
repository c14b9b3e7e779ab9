package org.imprimatur.messaging.health;

import org.imprimatur.messaging.inbox.Inbox;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Degraded while a message waits for a person: its subject stands still, all others go on. Down while nobody can look,
 * since the database is away.
 */
final class InboxHealth extends AbstractHealthIndicator {

    private final Inbox inbox;

    InboxHealth(Inbox inbox) {
        super("the inbox can't be read");
        this.inbox = inbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int parked = inbox.parked().size();
        (parked == 0 ? builder.up() : builder.status(Degraded.STATUS)).withDetail("parked", parked);
    }
}
