package org.imprimatur.publication.doi.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.doi.Agency;
import org.imprimatur.publication.doi.AssignedDoi;
import org.imprimatur.publication.doi.ReconcilingDois;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Each night asks the agency what it holds of a journal; a round that was cut off or put off goes on where it was. */
@Component
class ReconcilingJournals implements ErrandRunner {
    static final String KIND = "reconciliation";
    private static final Duration PAUSE = Duration.ofHours(1);
    private final ReconcilingDois reconciling;
    private final TransactionTemplate transaction;
    private final DomainClock clock;

    ReconcilingJournals(ReconcilingDois reconciling, TransactionTemplate transaction, DomainClock clock) {
        this.reconciling = reconciling;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(Errand errand) {
        Instant since = ReconcilingDois.night(clock.instant()).minus(Duration.ofDays(1));
        List<AssignedDoi> dois = reconciling.toAsk(errand.key(), since);
        for (AssignedDoi doi : dois) {
            Agency.Holding holding = reconciling.ask(doi);
            if (holding instanceof Agency.Away away) {
                return new Again(clock.instant().plus(PAUSE), away.reason());
            }
            transaction.executeWithoutResult(status -> reconciling.record(doi, holding, clock.instant()));
        }
        return dois.isEmpty()
                ? new Again(ReconcilingDois.night(clock.instant()), "It is asked again each night.")
                : new Again(clock.instant(), "There are more to ask for.");
    }
}
