package org.imprimatur.review.screening.messaging;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.ScreeningPassed;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.screening.ScreeningEvents;
import org.springframework.stereotype.Component;

@Component
class SayingScreenings implements ScreeningEvents {

    private final Outbox outbox;
    private final History history;

    SayingScreenings(Outbox outbox, History history) {
        this.outbox = outbox;
        this.history = history;
    }

    @Override
    public void passed(String manuscript, String handlingEditor, Actor by, Instant at) {
        outbox.say(new ScreeningPassed(manuscript, handlingEditor), by.id());
        history.note(new History.Entry(
                manuscript, at, by.id(), "screening-passed", List.of("account/" + handlingEditor), true));
    }

    @Override
    public void returned(String manuscript, String letter, Actor by, Instant at) {
        outbox.say(new ManuscriptReturned(manuscript, letter), by.id());
        history.note(new History.Entry(manuscript, at, by.id(), "returned", List.of(letter), true));
    }

    @Override
    public void deskRejected(String manuscript, String letter, Actor by, Instant at) {
        outbox.say(new ManuscriptRejected(manuscript, true, letter), by.id());
        history.note(new History.Entry(manuscript, at, by.id(), "desk-rejected", List.of(letter), true));
    }
}
