package org.imprimatur.messaging;

import java.util.Optional;
import java.util.Set;

/** What the service's messages are called on the wire; the service gives it as a bean. */
public interface MessageCatalogue {

    /** CloudEvents {@code type}. */
    String type(Object message);

    /** The record for a type; empty when this release does not know it, which is no error. */
    Optional<Class<?>> messageOf(String type);

    String topic(Object message);

    /** Every topic that a message of ours travels on; the service sees to it that they exist. */
    Set<String> topics();

    /** CloudEvents {@code subject} and Kafka key: order is kept within it. */
    String subject(Object message);

    /** What {@code sequence} counts on. */
    String aggregate(Object message);
}
