package org.imprimatur.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    private Path folder;

    @Test
    void a_message_is_stored_with_its_message_id_envelope_and_time() throws Exception {
        var noon = Instant.parse("2024-02-05T12:00:00Z");
        try (var server = MailServer.start(Settings.settings().clock(Clock.fixed(noon, ZoneOffset.UTC)))) {
            var message = new Sender(server).message("reviewer@example.org, second@example.org", "Einladung – دعوت");
            Transport.send(message);

            var stored = server.messages();
            assertThat(stored).hasSize(1);
            var mail = stored.get(0);
            assertThat(mail.messageId()).isEqualTo(message.getMessageID()).startsWith("<");
            assertThat(mail.from()).isEqualTo("bounces@journal.example.org");
            assertThat(mail.recipients()).containsExactly("reviewer@example.org", "second@example.org");
            assertThat(mail.received()).isEqualTo(noon);
            assertThat(mail.subject()).isEqualTo("Einladung – دعوت");
            assertThat(mail.text().orElseThrow()).startsWith("Please answer");
            assertThat(mail.html()).isEmpty();
            assertThat(mail.links()).containsExactly("https://journal.example.org/review/abc?x=1&y=2");
        }
    }

    @Test
    void messages_are_found_by_their_recipient_in_any_case_and_not_by_a_part_of_the_address() throws Exception {
        try (var server = MailServer.start(Settings.settings())) {
            var sender = new Sender(server);
            sender.send("ada@example.org", "One");
            sender.send("bob@example.org", "Two");
            sender.send("ada@example.org", "Three");
            assertThat(server.messagesTo("ADA@example.org"))
                    .extracting(MailMessage::subject)
                    .containsExactly("One", "Three");
            assertThat(server.messagesTo("example.org")).isEmpty();
        }
    }

    @Test
    void html_text_and_attachments_are_told_apart() throws Exception {
        try (var server = MailServer.start(Settings.settings())) {
            var sender = new Sender(server);
            var letter = sender.withHtml("ada@example.org", "Letter", "plain", "<p>rich</p>");
            var body = new MimeBodyPart();
            body.setContent((MimeMultipart) letter.getContent());
            var file = new MimeBodyPart();
            file.setText("not the letter", "UTF-8");
            file.setFileName("report.txt");
            letter.setContent(new MimeMultipart("mixed", body, file));
            Transport.send(letter);

            var mail = server.messages().get(0);
            assertThat(mail.text()).contains("plain");
            assertThat(mail.html()).contains("<p>rich</p>");
            assertThat(mail.attachments()).hasSize(1);
            assertThat(mail.attachments().get(0).name()).isEqualTo("report.txt");
            assertThat(mail.attachments().get(0).content()).asString().isEqualTo("not the letter");
        }
    }

    @Test
    void messages_survive_a_restart_whole_and_in_order() throws Exception {
        var settings = Settings.settings().folder(folder);
        List<MailMessage> before;
        try (var server = MailServer.start(settings)) {
            var sender = new Sender(server);
            for (var i = 1; i <= 11; i++) sender.send("ada@example.org", "Number " + i);
            before = server.messages();
        }
        assertThat(folder.resolve("11.eml")).exists();
        try (var server = MailServer.start(settings)) {
            assertThat(server.messages()).usingRecursiveComparison().isEqualTo(before);
            new Sender(server).send("ada@example.org", "Number 12");
            assertThat(server.messages()).extracting(MailMessage::number).endsWith(11, 12);
        }
    }

    @Test
    void a_message_cannot_forge_its_envelope() throws Exception {
        var forged = "Delivered-To: victim@example.org\r\nReturn-Path: <forged@example.org>\r\nSubject: x\r\n\r\ny\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        var settings = Settings.settings().folder(folder);
        try (var server = MailServer.start(settings)) {
            var sender = new Sender(server);
            var message = new jakarta.mail.internet.MimeMessage(null, new ByteArrayInputStream(forged));
            var real = sender.message("ada@example.org", "x").getAllRecipients();
            try (var transport = sender.transport()) {
                transport.connect();
                transport.sendMessage(message, real);
            }
        }
        try (var server = MailServer.start(settings)) {
            assertThat(server.messages().get(0).recipients()).containsExactly("ada@example.org");
            assertThat(server.messages().get(0).from()).isEqualTo("bounces@journal.example.org");
        }
    }

    @Test
    void many_senders_at_once_lose_nothing() throws Exception {
        try (var server = MailServer.start(Settings.settings())) {
            var sender = new Sender(server);
            var threads = Executors.newFixedThreadPool(8);
            var sent = threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        sender.send("ada@example.org", "Number " + i);
                        return null;
                    })
                    .toList());
            for (var one : sent) one.get();
            threads.shutdown();
            assertThat(server.messages())
                    .extracting(MailMessage::subject)
                    .doesNotHaveDuplicates()
                    .hasSize(40);
            assertThat(server.messages())
                    .extracting(MailMessage::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    @Test
    void a_message_too_long_is_refused_and_not_stored() {
        try (var server = MailServer.start(Settings.settings().largestMessage(200))) {
            assertThatThrownBy(() -> new Sender(server).send("ada@example.org", "Long ".repeat(100)))
                    .isInstanceOf(MessagingException.class);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void where_a_port_is_taken_it_does_not_start_and_leaves_the_other_port_free() throws Exception {
        int free;
        try (var probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        try (var server = MailServer.start(Settings.settings())) {
            var webTaken =
                    Settings.settings().smtpPort(free).webPort(server.webUrl().getPort());
            assertThatThrownBy(() -> MailServer.start(webTaken)).hasMessageContaining("Can't listen");
            var smtpTaken = Settings.settings().smtpPort(server.smtpPort());
            assertThatThrownBy(() -> MailServer.start(smtpTaken)).isInstanceOf(RuntimeException.class);
        }
        try (var server = MailServer.start(Settings.settings().smtpPort(free))) {
            assertThat(server.smtpPort()).isEqualTo(free);
        }
    }
}
