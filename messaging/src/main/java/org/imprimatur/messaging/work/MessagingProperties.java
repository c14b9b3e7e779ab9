package org.imprimatur.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service takes part.
 *
 * @param service its name: the consumer group, and the end of the CloudEvents {@code source}
 * @param listen topics it listens to
 * @param workers threads that handle messages; a key is handled by one at a time
 * @param attempts after so many failed attempts a message is parked for a person
 * @param firstPause real time between the first attempt and the second; it doubles from there
 * @param longestPause and grows no further than this
 * @param net how often each queue is looked at though nobody called
 * @param outboxRetention how long sent messages are kept
 * @param partitions of a topic that this service makes because it isn't there
 * @param inboxRetention how long the ids of handled messages are kept: longer than any topic keeps messages
 */
@ConfigurationProperties("imprimatur.messaging")
public record MessagingProperties(
        String service,
        @DefaultValue List<String> listen,
        @DefaultValue("3") int workers,
        @DefaultValue("10") int attempts,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("5s") Duration net,
        @DefaultValue("30d") Duration outboxRetention,
        @DefaultValue("12") int partitions,
        @DefaultValue("400d") Duration inboxRetention) {

    public MessagingProperties {
        Objects.requireNonNull(service, "imprimatur.messaging.service is not set");
    }

    public BackOff backOff() {
        return new BackOff(firstPause, longestPause);
    }
}
