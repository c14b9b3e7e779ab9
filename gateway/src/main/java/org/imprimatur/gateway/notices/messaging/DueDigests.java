package org.imprimatur.gateway.notices.messaging;

import java.util.UUID;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.SendingDigests;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a digest when its time has come. Run again after a crash it finds nothing that waits. */
@Component
class DueDigests implements ErrandRunner {
    private final SendingDigests sending;
    private final TransactionTemplate transaction;

    DueDigests(SendingDigests sending, TransactionTemplate transaction) {
        this.sending = sending;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return QueuedNoticeMails.DIGEST;
    }

    @Override
    public Outcome run(Errand errand) {
        Delivery cadence = Delivery.of(errand.values().get("cadence")).orElseThrow();
        transaction.executeWithoutResult(
                status -> sending.send(errand.values().get("account"), cadence, UUID.randomUUID()));
        return new Finished();
    }
}
