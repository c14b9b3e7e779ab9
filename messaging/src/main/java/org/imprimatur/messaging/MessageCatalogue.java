package org.imprimatur.messaging;

import java.util.Optional;

/** What the service's messages are called on the wire; the service gives it as a bean. */
public interface MessageCatalogue {

    /** CloudEvents {@code type}. */
    String type(Object message);

    /** The record for a type; empty when this release does not know it, which is no error. */
    Optional<Class<?>> messageOf(String type);

    String topic(Object message);

    /** CloudEvents {@code subject} and Kafka key: order is kept within it. */
    String subject(Object message);

    /** What {@code sequence} counts on. */
    String aggregate(Object message);
}
