package org.imprimatur.review.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.mail.MailState.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {

    private static final Instant NOW = Instant.parse("2024-02-05T08:00:00Z");

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_of_a_mail_is_said_in_words(State state) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/review/messages");
        messages.setDefaultEncoding("UTF-8");
        Words words = new Words(messages, null, account -> Optional.empty(), null, null);

        String said = words.line(new MailState(
                        UUID.randomUUID(),
                        "cause",
                        "m",
                        "account/ghulam",
                        "decision",
                        "<1@x>",
                        state,
                        null,
                        1,
                        NOW,
                        null))
                .more();

        assertThat(said).contains(" ").doesNotContain("_").doesNotContain(state.name());
    }
}
