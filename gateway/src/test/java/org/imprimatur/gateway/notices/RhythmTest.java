package org.imprimatur.gateway.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When digests come. */
class RhythmTest {
    private static final Rhythm KARACHI = new Rhythm(ZoneId.of("Asia/Karachi"), 7, DayOfWeek.MONDAY);

    @Test
    void a_daily_one_comes_at_the_next_such_hour_of_the_persons_day() {
        assertThat(KARACHI.next(Delivery.DAILY, Instant.parse("2024-02-05T01:59:59Z")))
                .isEqualTo("2024-02-05T02:00:00Z");
        assertThat(KARACHI.next(Delivery.DAILY, Instant.parse("2024-02-05T02:00:00Z")))
                .isEqualTo("2024-02-06T02:00:00Z");
    }

    @Test
    void a_weekly_one_comes_on_the_next_such_day() {
        assertThat(KARACHI.next(Delivery.WEEKLY, Instant.parse("2024-02-05T01:00:00Z")))
                .isEqualTo("2024-02-05T02:00:00Z");
        assertThat(KARACHI.next(Delivery.WEEKLY, Instant.parse("2024-02-05T03:00:00Z")))
                .isEqualTo("2024-02-12T02:00:00Z");
    }

    @Test
    void an_hour_that_the_clocks_leave_out_comes_an_hour_later() {
        var berlin = new Rhythm(ZoneId.of("Europe/Berlin"), 2, DayOfWeek.MONDAY);
        assertThat(berlin.next(Delivery.DAILY, Instant.parse("2024-03-30T12:00:00Z")))
                .isEqualTo("2024-03-31T01:00:00Z");
        assertThat(berlin.next(Delivery.DAILY, Instant.parse("2024-03-31T12:00:00Z")))
                .isEqualTo("2024-04-01T00:00:00Z");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_is_always_ahead_and_never_further_than_its_cadence_and_the_clocks_change(long seed) {
        var random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var rhythm = new Rhythm(
                ZoneId.of(zones.get(random.nextInt(zones.size()))),
                random.nextInt(24),
                DayOfWeek.of(1 + random.nextInt(7)));
        Instant after = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000));
        Instant daily = rhythm.next(Delivery.DAILY, after);
        Instant weekly = rhythm.next(Delivery.WEEKLY, after);
        assertThat(daily).isAfter(after).isBeforeOrEqualTo(after.plusSeconds(26 * 3600));
        assertThat(weekly).isAfter(after).isBeforeOrEqualTo(after.plusSeconds((7 * 24 + 2) * 3600));
        assertThat(ZonedDateTime.ofInstant(weekly, rhythm.zone()).getDayOfWeek())
                .isEqualTo(rhythm.day());
    }
}
