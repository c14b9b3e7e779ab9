package org.imprimatur.review.desk.messaging;

import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.desk.RestatingManuscripts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Obeys {@code RestateReview}. */
@Component
class Restating implements MessageHandler<RestateReview> {

    private final JdbcClient jdbc;
    private final RestatingManuscripts restating;

    Restating(JdbcClient jdbc, RestatingManuscripts restating) {
        this.jdbc = jdbc;
        this.restating = restating;
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
                .forEach(restating::restate);
        return Handling.done();
    }
}
