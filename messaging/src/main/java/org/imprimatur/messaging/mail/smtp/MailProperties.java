package org.imprimatur.messaging.mail.smtp;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.imprimatur.messaging.work.BackOff;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave.
 *
 * @param domain the right side of every Message-ID
 * @param from the address they come from
 * @param workers threads that hand over
 * @param firstPause real time after the first refusal; it doubles from there
 * @param longestPause and grows no further than this
 * @param firstWait real time after which a mail that could not be written is tried again; it doubles up to a minute
 * @param giveUpAfter real time after which a mail that is still refused has failed (RFC 5321, 4.5.4.1: 4 to 5 days)
 * @param faults after so many faults of ours in writing it a mail has failed
 */
@ConfigurationProperties("imprimatur.mail")
record MailProperties(
        String domain,
        String from,
        @DefaultValue("2") int workers,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("5") int faults) {

    MailProperties {
        Objects.requireNonNull(domain, "imprimatur.mail.domain is not set");
        Objects.requireNonNull(from, "imprimatur.mail.from is not set");
    }

    BackOff backOff() {
        return new BackOff(firstPause, longestPause);
    }

    BackOff waiting() {
        return new BackOff(firstWait, Duration.ofMinutes(1));
    }

    /** No mail waits for longer between two attempts. */
    Duration longest() {
        return Collections.max(List.of(longestPause, waiting().longest()));
    }
}
