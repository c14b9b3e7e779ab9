package org.imprimatur.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a service takes part.
 *
 * @param service its name: the consumer group, and the end of the CloudEvents {@code source}
 * @param listen topics it listens to
 * @param workers threads that handle messages; a key is handled by one at a time
 * @param atOnce a message that comes by itself, when nothing of its key waits, is handled in the transaction that stores
 *     it, unless the last one of its kind took longer than this: then the workers handle it, those of different keys
 *     in one transaction that take no longer than this together. Zero leaves all to them, each alone
 * @param attempts after so many failed attempts a message is parked for a person
 * @param firstPause real time between the first attempt and the second; it doubles from there
 * @param longestPause and grows no further than this
 * @param net how often each queue is looked at though nobody called
 * @param silence after so long without a word in the middle of a transaction its worker counts as frozen or
 *     unreachable: PostgreSQL breaks the transaction off, and another instance takes over. Longer than a handler may
 *     think, and than Kafka may take to answer the relay (20 s)
 * @param largest how large a message's JSON may be; the broker must take that and some attributes more
 * @param outboxRetention how long sent messages are kept, so that they can be sent again
 * @param partitions of a topic that this service makes because it isn't there
 * @param inboxRetention how long the ids of handled messages are kept: longer than any topic keeps messages
 */
@ConfigurationProperties("imprimatur.messaging")
public record MessagingProperties(
        String service,
        @DefaultValue List<String> listen,
        @DefaultValue("3") int workers,
        @DefaultValue("50ms") Duration atOnce,
        @DefaultValue("10") int attempts,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("10s") Duration net,
        @DefaultValue("2m") Duration silence,
        @DefaultValue("900KB") DataSize largest,
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
