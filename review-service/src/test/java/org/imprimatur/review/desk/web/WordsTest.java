package org.imprimatur.review.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.review.desk.MailTrail.Change;
import org.imprimatur.review.desk.MailTrail.Mail;
import org.imprimatur.review.desk.MailTrail.Trail;
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

        String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String said = words.line(
                        new Trail(
                                new Mail("review", "mail", "contributor/9", "decision"),
                                List.of(new Change(word, "", NOW))),
                        List.of())
                .more();

        assertThat(said).contains(" ").doesNotContain("_").doesNotContain(state.name());
    }
}
