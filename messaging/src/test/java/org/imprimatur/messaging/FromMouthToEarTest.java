package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way, with a net so slow that only being woken can explain an arrival. */
class FromMouthToEarTest {

    private static String database;
    private static Running service;

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase("mouth-to-ear");
        service = new Running(SampleService.start(
                "mouth-to-ear",
                "spring.datasource.url=" + database,
                "imprimatur.messaging.listen=sample",
                "imprimatur.messaging.net=1h"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_said_takes_effect_once_and_in_order() {
        Outbox outbox = service.get(Outbox.class);
        for (int i = 1; i <= 5; i++) {
            String text = "n" + i;
            service.inTransaction(() -> outbox.say(new Told("s", "a", text), "somebody"));
        }
        await().untilAsserted(() -> assertThat(service.effects("s")).containsExactly("n1", "n2", "n3", "n4", "n5"));
    }

    @Test
    void what_another_process_commits_wakes_the_relay_too() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO outbox (id, topic, type, subject, aggregate, sequence, time, actor, body)
                    VALUES ('from-afar', 'sample', 'sample.told.v1', 'afar', 'thing/afar', 1, now(), 'somebody',
                        convert_to('{"subject":"afar","aggregate":"thing/afar","text":"hello"}', 'UTF8'))
                    """);
            statement.execute("SELECT pg_notify('imprimatur_messaging', 'outbox')");
            connection.commit();
        }
        await().untilAsserted(() -> assertThat(service.effects("afar")).containsExactly("hello"));
    }
}
