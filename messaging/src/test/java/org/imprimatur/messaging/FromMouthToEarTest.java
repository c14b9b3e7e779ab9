package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FromMouthToEarTest {

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SampleService.start("mouth-to-ear", "imprimatur.messaging.listen=sample");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_said_takes_effect_once_and_in_order() {
        Outbox outbox = service.getBean(Outbox.class);
        TransactionTemplate transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        for (int i = 1; i <= 5; i++) {
            String text = "n" + i;
            transaction.executeWithoutResult(status -> outbox.say(new Told("s", "a", text), "somebody"));
        }
        await().untilAsserted(() -> assertThat(effects()).containsExactly("n1", "n2", "n3", "n4", "n5"));
    }

    private static List<String> effects() {
        return service.getBean(JdbcClient.class)
                .sql("SELECT text FROM effect ORDER BY number")
                .query(String.class)
                .list();
    }
}
