package org.imprimatur.publication.issue.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.issue.VerificationPlan;
import org.imprimatur.publication.issue.VerifyingArticles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Renderings are read outside any transaction, since that takes its time. */
@Configuration(proxyBeanMethods = false)
class VerificationErrands {
    private static final String KIND = "verification";
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Actor PROCESS = new Actor.Process();

    @Bean
    VerificationPlan verificationPlan(ObjectProvider<Errands> errands) {
        return manuscript ->
                errands.getObject().plan(new Errand(KIND, manuscript, Instant.now(), Errands.Time.REAL, Map.of()));
    }

    @Bean
    ErrandRunner verificationRunner(VerifyingArticles verifying, TransactionTemplate transaction, DomainClock clock) {
        return new ErrandRunner() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public Outcome run(Errand errand) {
                VerifyingArticles.Check check = verifying.check(errand.key());
                Boolean again =
                        transaction.execute(status -> verifying.record(errand.key(), check, PROCESS, clock.instant()));
                if (!Boolean.TRUE.equals(again)) {
                    return new Finished();
                }
                return check instanceof VerifyingArticles.Waits waits
                        ? new Again(Instant.now().plus(PAUSE), waits.reason())
                        : new Again(Instant.now(), "Its final galley was set anew.");
            }
        };
    }
}
