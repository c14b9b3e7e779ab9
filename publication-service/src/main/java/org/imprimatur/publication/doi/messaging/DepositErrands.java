package org.imprimatur.publication.doi.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.doi.DepositPlan;
import org.imprimatur.publication.doi.Depositing;
import org.imprimatur.publication.doi.ReconcilingDois;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Deposits go on in real time: the agency knows nothing of the domain's. */
@Configuration(proxyBeanMethods = false)
class DepositErrands {
    private static final String KIND = "deposit";

    @Bean
    DepositPlan depositPlan(ObjectProvider<Errands> errands, DomainClock clock) {
        return new DepositPlan() {
            @Override
            public void plan(UUID deposit, Instant due) {
                errands.getObject().plan(new Errand(KIND, deposit.toString(), due, Errands.Time.REAL, Map.of()));
            }

            @Override
            public void reconcile(String journal) {
                errands.getObject()
                        .planUnlessPlanned(new Errand(
                                ReconcilingJournals.KIND,
                                journal,
                                ReconcilingDois.night(clock.instant()),
                                Errands.Time.DOMAIN,
                                Map.of()));
            }
        };
    }

    @Bean
    ErrandRunner depositRunner(Depositing depositing, TransactionTemplate transaction) {
        return new ErrandRunner() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public Outcome run(Errand errand) {
                UUID deposit = UUID.fromString(errand.key());
                Boolean open = transaction.execute(status -> depositing.begin(deposit));
                if (!Boolean.TRUE.equals(open)) {
                    return new Finished();
                }
                Depositing.Step step = depositing.act(deposit);
                Optional<Instant> due = transaction.execute(status -> depositing.record(deposit, step));
                return due.<Outcome>map(at -> new Again(at, reason(step))).orElseGet(Finished::new);
            }
        };
    }

    private static String reason(Depositing.Step step) {
        return step instanceof Depositing.Waits waits ? waits.reason() : "The agency's answer is to be fetched.";
    }
}
