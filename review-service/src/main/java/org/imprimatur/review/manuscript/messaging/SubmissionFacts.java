package org.imprimatur.review.manuscript.messaging;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.contracts.submission.ManuscriptWithdrawn;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.HandedIn;
import org.imprimatur.review.manuscript.ReceivingManuscripts;
import org.imprimatur.review.manuscript.ReceivingManuscripts.Arrival;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What submission-service says of manuscripts. Documents are fetched here and kept; one that is away is tried again. */
@Configuration(proxyBeanMethods = false)
class SubmissionFacts {

    private static final String SUBMISSION = "submission";

    private final ReceivingManuscripts receiving;
    private final Documents documents;
    private final JsonMapper json;

    SubmissionFacts(ReceivingManuscripts receiving, Documents documents, JsonMapper json) {
        this.receiving = receiving;
        this.documents = documents;
        this.json = json;
    }

    @Bean
    MessageHandler<ManuscriptSubmitted> manuscriptSubmitted() {
        return new Handler<>(ManuscriptSubmitted.class) {
            @Override
            public Handling handle(ManuscriptSubmitted message, Received received) {
                documents.fetch(message.file(), SUBMISSION);
                documents.fetch(message.intakeReport(), SUBMISSION);
                receiving.submitted(
                        new Arrival(
                                message.manuscript(),
                                message.number(),
                                message.journal(),
                                message.section(),
                                message.articleType(),
                                message.correspondingAccount(),
                                new HashSet<>(message.authorAccounts())),
                        new Version(
                                message.version(),
                                message.metadata(),
                                message.file(),
                                Optional.empty(),
                                message.intakeReport(),
                                message.intakeErrors(),
                                message.intakeWarnings(),
                                message.submittedAt()),
                        handedIn(message.metadata()));
                return Handling.done();
            }
        };
    }

    @Bean
    MessageHandler<ManuscriptRevised> manuscriptRevised() {
        return new Handler<>(ManuscriptRevised.class) {
            @Override
            public Handling handle(ManuscriptRevised message, Received received) {
                documents.fetch(message.file(), SUBMISSION);
                documents.fetch(message.intakeReport(), SUBMISSION);
                Optional.ofNullable(message.response()).ifPresent(response -> documents.fetch(response, SUBMISSION));
                return handling(receiving.revised(
                        message.manuscript(),
                        new Version(
                                message.version(),
                                message.metadata(),
                                message.file(),
                                Optional.ofNullable(message.response()),
                                message.intakeReport(),
                                message.intakeErrors(),
                                message.intakeWarnings(),
                                message.submittedAt()),
                        handedIn(message.metadata())));
            }
        };
    }

    @Bean
    MessageHandler<ManuscriptWithdrawn> manuscriptWithdrawn() {
        return new Handler<>(ManuscriptWithdrawn.class) {
            @Override
            public Handling handle(ManuscriptWithdrawn message, Received received) {
                Optional<String> reason = Optional.ofNullable(message.reason());
                reason.ifPresent(document -> documents.fetch(document, SUBMISSION));
                return handling(receiving.withdrawn(message.manuscript(), reason, received.time()));
            }

            @Override
            public boolean overtakes() {
                return true;
            }
        };
    }

    private HandedIn handedIn(String metadata) {
        ManuscriptMetadata read = json.readValue(documents.fetch(metadata, SUBMISSION), ManuscriptMetadata.class);
        return new HandedIn(
                read.title(),
                read.abstractText(),
                read.keywords(),
                read.language(),
                read.contributors().stream()
                        .map(one -> new Contributor(
                                one.given() == null ? "" : one.given(),
                                one.family(),
                                one.affiliations().stream()
                                        .map(ManuscriptMetadata.Affiliation::name)
                                        .collect(Collectors.joining("; ")),
                                one.corresponding()))
                        .toList());
    }

    private static Handling handling(Told told) {
        return told == Told.NOT_YET ? Handling.early("the process isn’t there yet") : Handling.done();
    }

    private abstract static class Handler<M> implements MessageHandler<M> {

        private final Class<M> message;

        Handler(Class<M> message) {
            this.message = message;
        }

        @Override
        public Class<M> message() {
            return message;
        }
    }
}
