package org.imprimatur.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DatesTest {
    private static final Instant NOW = Instant.parse("2024-02-05T14:12:00Z");

    private final Dates dates = new Dates(ZoneId.of("Asia/Karachi"), words());

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("i18n/web/messages");
        return words;
    }

    @BeforeEach
    void read_english() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void forget_the_locale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_day_is_written_as_people_write_it_in_the_journals_zone() {
        assertThat(dates.day(NOW)).isEqualTo("5 February 2024");
        assertThat(dates.moment(Instant.parse("2024-02-05T20:00:00Z"))).isEqualTo("6 February 2024, 01:00");
        assertThat(dates.weekday(NOW)).isEqualTo("Monday 5 February 2024");
    }

    @ParameterizedTest
    @CsvSource({
        "P3D, in 3 days",
        "P1D, tomorrow",
        "PT1H, today",
        "-PT1H, late since today",
        "-P1D, 1 day late",
        "-P8D, 8 days late"
    })
    void what_is_due_says_how_far_off_it_is(Duration from, String words) {
        assertThat(dates.due(NOW.plus(from), NOW)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT20S, just now", "PT1M, 1 minute", "PT2H, 2 hours", "P1D, 1 day", "P41D, 41 days"})
    void what_lasts_says_since_when(Duration span, String words) {
        assertThat(dates.since(NOW.minus(span), NOW)).isEqualTo(words);
    }

    @RepeatedTest(50)
    void a_clock_bar_is_never_wider_than_its_place_and_red_only_when_late(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Instant until = NOW.plusSeconds(random.nextInt(5_000_000));
        Instant now = NOW.plusSeconds(random.nextInt(10_000_000) - 1_000_000);
        Clocked bar = Clocked.of(NOW, until, now);
        assertThat(bar.gone()).isBetween(0, 100);
        assertThat(bar.gone() + bar.over()).isLessThanOrEqualTo(100);
        assertThat(bar.over() > 0).as("%s %s", until, now).isEqualTo(until.isAfter(NOW) && now.isAfter(until));
    }

    @ParameterizedTest
    @CsvSource({
        "Ghulam Mustafa, GM",
        "Prof. Dr. Ima Placeholder, IP",
        "Dr., D",
        "'  Qamar Zaman Khan ', QK",
        "Plato, P",
        "'', ''",
        "غلام مصطفیٰ, غم"
    })
    void initials_are_the_first_letters_of_first_and_last_word(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
