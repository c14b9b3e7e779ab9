package org.imprimatur.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import org.imprimatur.sandbox.mail.Faults.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFaultsTest {

    private final MailServer server = MailServer.start(Settings.settings());
    private final Sender sender = new Sender(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_connection_is_refused_once_and_the_next_is_taken() throws Exception {
        server.faults().refuseConnections(1, 421);
        assertThatThrownBy(() -> sender.send("ada@example.org", "One"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("421");
        sender.send("ada@example.org", "Two");
        assertThat(server.messages()).extracting(MailMessage::subject).containsExactly("Two");
        assertThat(server.faults().counts()).containsEntry("connection-refused", 1L);
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 550})
    void a_recipient_that_matches_is_refused_with_the_code_given_and_others_are_taken(int code) throws Exception {
        server.faults().refuseRecipients(1, "ada@.*", code);
        sender.send("bob@example.org", "To Bob");
        var refused = catchThrowable(() -> sender.send("Ada@example.org", "To Ada"));
        assertThat(refused).isInstanceOf(SendFailedException.class);
        assertThat(refused.getCause()).hasMessageContaining(String.valueOf(code));
        sender.send("ada@example.org", "To Ada again");
        assertThat(server.messages()).extracting(MailMessage::subject).containsExactly("To Bob", "To Ada again");
        assertThat(server.faults().happened()).extracting(Faults.Happened::what).containsExactly("Ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(ints = {451, 554})
    void a_message_is_refused_after_its_last_byte_and_not_stored(int code) throws Exception {
        server.faults().refuseMessages(2, ".*@example.org", code);
        for (var i = 0; i < 2; i++)
            assertThatThrownBy(() -> sender.send("ada@example.org", "One"))
                    .hasStackTraceContaining(String.valueOf(code));
        sender.send("ada@example.org", "Two");
        assertThat(server.messages()).extracting(MailMessage::subject).containsExactly("Two");
        assertThat(server.faults().counts()).containsEntry("message-refused", 2L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_cut_leaves_the_sender_in_doubt_whether_the_message_was_stored(boolean stored) throws Exception {
        server.faults().cutAfterData(1, stored);
        assertThatThrownBy(() -> sender.send("ada@example.org", "One")).isInstanceOf(MessagingException.class);
        assertThat(server.messages()).hasSize(stored ? 1 : 0);
        sender.send("ada@example.org", "Two");
        assertThat(server.messages()).extracting(MailMessage::subject).endsWith("Two");
        assertThat(server.faults().counts()).containsEntry("cut", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "DATA"})
    void a_stall_outlasts_the_senders_patience(Phase phase) throws Exception {
        server.faults().stall(1, phase, Duration.ofMinutes(10));
        assertThatThrownBy(() -> sender.impatiently("ada@example.org", "One")).hasStackTraceContaining("timed out");
        assertThat(server.messages()).hasSize(phase == Phase.DATA ? 1 : 0);
        sender.send("ada@example.org", "Two");
        assertThat(server.faults().counts()).containsEntry("stalled", 1L);
    }

    @Test
    void a_short_stall_is_only_slow() throws Exception {
        server.faults().stall(1, Phase.DATA, Duration.ofMillis(50));
        sender.send("ada@example.org", "One");
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void faults_that_are_cleared_do_not_happen() throws Exception {
        server.faults().refuseConnections(5, 421);
        server.faults().clear();
        sender.send("ada@example.org", "One");
        assertThat(server.faults().happened()).isEmpty();
    }

    @Test
    void a_fault_must_make_sense() {
        assertThatThrownBy(() -> server.faults().refuseConnections(1, 250)).hasMessageContaining("250");
        assertThatThrownBy(() -> server.faults().cutAfterData(0, true)).hasMessageContaining("at least once");
    }
}
