package org.imprimatur.messaging.health;

import org.imprimatur.messaging.inbox.Inbox;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Degraded while a message waits for a person: its subject stands still, all others go on. */
final class InboxHealth implements HealthIndicator {

    private final Inbox inbox;

    InboxHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Health health() {
        int parked = inbox.parked().size();
        return (parked == 0 ? Health.up() : Health.status(Degraded.STATUS))
                .withDetail("parked", parked)
                .build();
    }
}
