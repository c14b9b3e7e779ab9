package org.imprimatur.review.desk.messaging;

import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.manuscript.Moving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where manuscripts stand once more, for one who rebuilds what they know. */
@Component
class Restating implements MessageHandler<RestateReview> {

    private final JdbcClient jdbc;
    private final Moving moving;

    Restating(JdbcClient jdbc, Moving moving) {
        this.jdbc = jdbc;
        this.moving = moving;
    }

    @Override
    public Class<RestateReview> message() {
        return RestateReview.class;
    }

    @Override
    public Handling handle(RestateReview command, Received received) {
        jdbc.sql("select manuscript from standing where ? in ('*', manuscript) order by since, manuscript")
                .param(command.subject())
                .query(String.class)
                .list()
                .forEach(moving::restate);
        return Handling.done();
    }
}
