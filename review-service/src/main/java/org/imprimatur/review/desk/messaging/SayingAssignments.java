package org.imprimatur.review.desk.messaging;

import org.imprimatur.contracts.review.HandlingEditorAssigned;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.desk.Assignments;
import org.springframework.stereotype.Component;

@Component
class SayingAssignments implements Assignments {

    private final Outbox outbox;

    SayingAssignments(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void assigned(String manuscript, String handlingEditor, Actor by) {
        outbox.say(new HandlingEditorAssigned(manuscript, handlingEditor), by.id());
    }
}
