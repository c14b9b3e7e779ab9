package org.imprimatur.review.manuscript.messaging;

import org.imprimatur.contracts.review.ManuscriptMoved;
import org.imprimatur.contracts.review.Mover;
import org.imprimatur.contracts.review.Next;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.Standing;
import org.springframework.stereotype.Component;

@Component
class SayingMoves implements Moving.Saying {

    private final Outbox outbox;
    private final Inbox inbox;

    SayingMoves(Outbox outbox, Inbox inbox) {
        this.outbox = outbox;
        this.inbox = inbox;
    }

    @Override
    public void moved(String manuscript, Standing standing) {
        outbox.say(
                new ManuscriptMoved(
                        manuscript,
                        standing.step(),
                        new Mover(standing.whose(), standing.account().orElse(null)),
                        standing.since(),
                        standing.until().orElse(null),
                        standing.nextWhat()
                                .flatMap(what -> standing.nextAt().map(at -> new Next(what, at)))
                                .orElse(null)),
                new Actor.Process().id());
        inbox.moved(manuscript);
    }
}
