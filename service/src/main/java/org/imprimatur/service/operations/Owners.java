package org.imprimatur.service.operations;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.contracts.submission.RestateSubmission;

/** Which command has a service say its present state again. */
enum Owners {
    GATEWAY("gateway", RestateAccounts.class, RestateAccounts::new),
    SUBMISSION("submission", RestateSubmission.class, RestateSubmission::new),
    REVIEW("review", RestateReview.class, RestateReview::new),
    PUBLICATION("publication", RestatePublication.class, RestatePublication::new);

    private static final Map<String, Owners> OF_TOPIC = Map.of(
            "imprimatur.accounts", GATEWAY,
            "imprimatur.submission", SUBMISSION,
            "imprimatur.review", REVIEW,
            "imprimatur.publication", PUBLICATION);

    private final String service;
    private final Class<? extends Command> command;
    private final Function<String, Command> asking;

    <C extends Command> Owners(String service, Class<C> command, Function<String, Command> asking) {
        this.service = service;
        this.command = command;
        this.asking = asking;
    }

    /** @param source CloudEvents {@code source}; its last part is the service's name */
    static Optional<Owners> ofSource(String source) {
        return ofService(source.substring(source.lastIndexOf('/') + 1));
    }

    static Optional<Owners> ofService(String service) {
        for (Owners owner : values()) {
            if (owner.service.equals(service)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /** Whose facts travel there; empty for a topic on which several speak. */
    static Optional<Owners> ofTopic(String topic) {
        return Optional.ofNullable(OF_TOPIC.get(topic));
    }

    Class<? extends Command> command() {
        return command;
    }

    /** @param subject whose state, or "*" for all */
    Command ask(String subject) {
        return asking.apply(subject);
    }
}
