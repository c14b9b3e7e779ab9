package org.imprimatur.review.screening.messaging;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.ScreeningPassed;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.screening.Screening;
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
    public void returned(Screening screening, Actor by, Instant at) {
        note(screening, by, at, "returned");
    }

    @Override
    public void deskRejected(Screening screening, Actor by, Instant at) {
        note(screening, by, at, "desk-rejected");
    }

    private void note(Screening screening, Actor by, Instant at, String what) {
        again(screening);
        history.note(new History.Entry(
                screening.manuscript(),
                at,
                by.id(),
                what,
                List.of(screening.document().orElseThrow()),
                true));
    }

    @Override
    public void again(Screening ended) {
        String letter = ended.document().orElseThrow();
        outbox.say(
                ended.verdict() == Screening.Verdict.RETURN
                        ? new ManuscriptReturned(ended.manuscript(), letter, ended.version(), ended.at())
                        : new ManuscriptRejected(ended.manuscript(), true, letter, ended.at()),
                ended.by());
    }
}
