package org.imprimatur.review.production.messaging;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.publication.ProofTimeGranted;
import org.imprimatur.contracts.publication.ProofTimeRefused;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.production.GivingProofTime;
import org.imprimatur.review.production.ProofTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What authors and production agree on about the time for a proof. */
@Configuration(proxyBeanMethods = false)
class ProofTimeFacts {

    private final GivingProofTime giving;

    ProofTimeFacts(GivingProofTime giving) {
        this.giving = giving;
    }

    @Bean
    MessageHandler<ProofTimeRequested> proofTimeRequested() {
        return on(
                ProofTimeRequested.class,
                (said, received) -> giving.asked(new ProofTime(
                        said.request(),
                        said.manuscript(),
                        said.proof(),
                        said.days(),
                        received.actor(),
                        received.time(),
                        Optional.empty())));
    }

    @Bean
    MessageHandler<ProofTimeGranted> proofTimeGranted() {
        return on(
                ProofTimeGranted.class,
                (said, received) -> giving.granted(said.request(), said.days(), received.actor(), received.time()));
    }

    @Bean
    MessageHandler<ProofTimeRefused> proofTimeRefused() {
        return on(
                ProofTimeRefused.class,
                (said, received) -> giving.refused(said.request(), received.actor(), received.time()));
    }

    private static <M extends Message> MessageHandler<M> on(Class<M> message, BiConsumer<M, Received> how) {
        return new MessageHandler<>() {
            @Override
            public Class<M> message() {
                return message;
            }

            @Override
            public Handling handle(M said, Received received) {
                how.accept(said, received);
                return Handling.done();
            }
        };
    }
}
