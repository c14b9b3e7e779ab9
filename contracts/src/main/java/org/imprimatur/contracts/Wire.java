package org.imprimatur.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a message on the wire and the topic it travels on; both are kept for ever. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {

    /** CloudEvents {@code type}, ending in the version of the schema. */
    String type();

    /** Kafka topic. */
    String topic();
}
