package org.imprimatur.standalone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The whole system, running, in one JVM or in many. */
public interface Installation extends AutoCloseable {

    /** The one address for people. */
    URI publicUrl();

    /** The addresses of all gateways; each leads to the whole system. */
    default List<URI> gateways() {
        return List.of(publicUrl());
    }

    /** Where Kafka is. */
    String bootstrapServers();

    /** What opens the first administrator's account. */
    String setupToken();

    /** The domain's time. */
    Instant now();

    /**
     * Lets so much of the domain's time go by. In one JVM the clock is moved. Over several no clock is moved (they could
     * not be moved at once), so it returns at once, and whoever plays there makes policies short and waits for what
     * comes.
     */
    void letGoBy(Duration time);

    /** Ends everything and leaves no process behind. */
    @Override
    void close();
}
