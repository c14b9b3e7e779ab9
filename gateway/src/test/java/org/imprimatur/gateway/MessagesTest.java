package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.testing.TestKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the gateway for good: facts on Kafka, and mails. */
class MessagesTest extends InGateway {
    @Autowired
    Outbox outbox;

    @Autowired
    MailQueue mails;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void facts_about_accounts_travel_without_names_and_addresses_and_are_said_again_when_asked() {
        browser.signIn(administrator().address(), PASSWORD);
        browser.send(
                "/admin/accounts/new",
                "/admin/accounts",
                Map.of("name", "Pavel Sorokin", "address", "pavel@example.org", "password", PASSWORD));
        String id = accounts.byAddress("pavel@example.org").map(Account::id).orElseThrow();
        String page = "/admin/accounts/" + id;
        browser.send(page, page + "/roles", Map.of("journal", "gpr", "role", "managing-editor"));
        assertThat(messages(id, 2))
                .allSatisfy(message -> assertThat(message).doesNotContain("Pavel", "Sorokin", "pavel@"))
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("account-opened.v1"),
                        granted -> assertThat(granted).contains("role-granted.v1", "gpr", "managing-editor"));

        transaction.executeWithoutResult(status -> outbox.say(new RestateAccounts(id), "test"));
        assertThat(messages(id, 4).subList(2, 4))
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("account-opened.v1"),
                        granted -> assertThat(granted).contains("role-granted.v1", "gpr", "managing-editor"));
    }

    @Test
    void a_link_reaches_the_persons_mail_box_once() throws Exception {
        Account known = person();
        browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        await().until(() -> mails.about(lastOrder().about()).stream()
                .anyMatch(mail -> mail.state() == MailState.State.HANDED_OVER));
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : MAILS.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(known.address())) {
                subjects.add(mail.getSubject());
            }
        }
        assertThat(subjects).containsExactly("Choose your password");
    }

    private static List<String> messages(String subject, int atLeast) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestKafka.bootstrapServers(),
                "group.id",
                "test-" + subject + atLeast,
                "auto.offset.reset",
                "earliest");
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("imprimatur.accounts"));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    if (subject.equals(message.key())) {
                        found.add(headers(message) + message.value());
                    }
                }
                return found.size() >= atLeast;
            });
        }
        return found;
    }

    private static String headers(ConsumerRecord<String, String> message) {
        var all = new StringBuilder();
        message.headers()
                .forEach(header -> all.append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append(' '));
        return all.toString();
    }
}
