package org.imprimatur.review.manuscript.messaging;

import java.util.function.BiFunction;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.publication.ProofSeen;
import org.imprimatur.contracts.submission.ManuscriptFileSeen;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.acting.FilesSeen.Seen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What authors and production fetched at other services stands in the history like what editors and reviewers looked at. */
@Configuration(proxyBeanMethods = false)
class FilesSeenFacts {

    private final FilesSeen seen;

    FilesSeenFacts(FilesSeen seen) {
        this.seen = seen;
    }

    @Bean
    MessageHandler<ManuscriptFileSeen> manuscriptFileSeen() {
        return on(
                ManuscriptFileSeen.class,
                (said, received) -> new Seen(
                        said.manuscript(),
                        said.seenAt(),
                        received.actor(),
                        said.kind().equals("attachment") ? "own-attachment" : "manuscript",
                        said.version(),
                        said.file()));
    }

    @Bean
    MessageHandler<ProofSeen> proofSeen() {
        return on(
                ProofSeen.class,
                (said, received) ->
                        new Seen(said.manuscript(), said.seenAt(), received.actor(), "proof", 0, said.proof()));
    }

    private <M extends Message> MessageHandler<M> on(Class<M> message, BiFunction<M, Received, Seen> what) {
        return new MessageHandler<>() {
            @Override
            public Class<M> message() {
                return message;
            }

            @Override
            public Handling handle(M said, Received received) {
                seen.note(what.apply(said, received));
                return Handling.done();
            }
        };
    }
}
