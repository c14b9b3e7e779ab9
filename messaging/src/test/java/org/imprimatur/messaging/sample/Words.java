package org.imprimatur.messaging.sample;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.messaging.MessageCatalogue;

/** What the sample service says and hears. */
public final class Words implements MessageCatalogue {

    public static final String TOPIC = "sample";

    private static final Map<String, Class<?>> TYPES =
            Map.of("sample.told.v1", Told.class, "sample.called-off.v1", CalledOff.class);

    /** An ordinary message. */
    public record Told(String subject, String aggregate, String text) {}

    /** One that overtakes. */
    public record CalledOff(String subject, String aggregate, String text) {}

    @Override
    public String type(Object message) {
        return message instanceof Told ? "sample.told.v1" : "sample.called-off.v1";
    }

    @Override
    public Optional<Class<?>> messageOf(String type) {
        return Optional.ofNullable(TYPES.get(type));
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
        return message instanceof Told told ? told.subject() : ((CalledOff) message).subject();
    }

    @Override
    public String aggregate(Object message) {
        return message instanceof Told told ? told.aggregate() : ((CalledOff) message).aggregate();
    }
}
