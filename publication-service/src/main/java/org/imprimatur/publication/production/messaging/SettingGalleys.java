package org.imprimatur.publication.production.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.imprimatur.messaging.documents.Documents.DocumentAway;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.ProducingGalleys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets ordered galleys, outside any transaction, since fetching and typesetting take their time. */
@Component
class SettingGalleys implements ErrandRunner {
    static final String KIND = "galley";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final ProducingGalleys producing;
    private final TransactionTemplate transaction;

    SettingGalleys(ProducingGalleys producing, TransactionTemplate transaction) {
        this.producing = producing;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(Errand errand) {
        try {
            Galley set = producing.set(UUID.fromString(errand.key()));
            transaction.executeWithoutResult(status -> producing.answer(set));
            return new Finished();
        } catch (DocumentAway away) {
            return new Again(Instant.now().plus(PAUSE), away.getMessage());
        }
    }
}
