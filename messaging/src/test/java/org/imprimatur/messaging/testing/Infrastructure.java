package org.imprimatur.messaging.testing;

/** Whose PostgreSQL and Kafka the tests use. */
enum Infrastructure {
    EMBEDDED,
    CONTAINERS,
    EXTERNAL;

    static Infrastructure chosen() {
        return valueOf(
                System.getProperty("imprimatur.test.infrastructure", "embedded").toUpperCase());
    }

    static String external(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException("imprimatur.test.infrastructure=external needs " + variable);
        }
        return value;
    }
}
