package org.imprimatur.review.production.messaging;

import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ReleasePages;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.contracts.publication.UnscheduleArticle;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.production.Production;
import org.springframework.stereotype.Component;

@Component
class SayingCommands implements Production.Commands {

    private final Outbox outbox;

    SayingCommands(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void say(String command, Manuscript manuscript, Version accepted) {
        String id = manuscript.id();
        outbox.say(
                switch (command) {
                    case "ProduceGalley" ->
                        new ProduceGalley(
                                id,
                                manuscript.number(),
                                manuscript.journal(),
                                manuscript.section(),
                                manuscript.articleType(),
                                accepted.version(),
                                accepted.metadata(),
                                accepted.file(),
                                manuscript.correspondingAccount(),
                                manuscript.submittedAt(),
                                manuscript.revisedAt().orElse(null),
                                manuscript.acceptedAt().orElse(null));
                    case "ScheduleArticle" -> new ScheduleArticle(id);
                    case "AllocatePages" -> new AllocatePages(id);
                    case "RegisterDoi" -> new RegisterDoi(id);
                    case "PublishArticle" -> new PublishArticle(id);
                    case "ReleasePages" -> new ReleasePages(id);
                    case "UnscheduleArticle" -> new UnscheduleArticle(id);
                    default -> throw new IllegalArgumentException("no command to publication-service: " + command);
                },
                new Actor.Process().id());
    }
}
