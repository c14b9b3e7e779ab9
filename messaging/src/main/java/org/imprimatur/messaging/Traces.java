package org.imprimatur.messaging;

import java.util.Optional;

/** By which trace all messages about a subject go, through all services: that of the first one said about it. */
public interface Traces {

    /** The trace-id (W3C Trace Context 3.2.2.3); empty as long as this service has neither said nor heard anything. */
    Optional<String> of(String subject);
}
