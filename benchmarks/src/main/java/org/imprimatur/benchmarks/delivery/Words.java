package org.imprimatur.benchmarks.delivery;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.messaging.MessageCatalogue;

/** Our way's one message. */
final class Words implements MessageCatalogue {

    static final String TOPIC = "benchmarks.ours";

    private static final String TYPE = "benchmarks.said.v1";

    @Override
    public String type(Object message) {
        return TYPE;
    }

    @Override
    public Optional<Class<?>> messageOf(String type) {
        return type.equals(TYPE) ? Optional.of(Said.class) : Optional.empty();
    }

    @Override
    public String topic(Object message) {
        return TOPIC;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public String subject(Object message) {
        return ((Said) message).subject();
    }

    @Override
    public String aggregate(Object message) {
        return "thing/" + ((Said) message).subject();
    }
}
