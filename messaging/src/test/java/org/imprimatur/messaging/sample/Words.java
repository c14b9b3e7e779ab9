package org.imprimatur.messaging.sample;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.messaging.MessageCatalogue;

/** What the sample service says and hears. */
public final class Words implements MessageCatalogue {

    public static final String TOPIC = "sample";

    /** Where its owner is asked. */
    public static final String COMMANDS = "sample.commands";

    private static final Map<String, Class<?>> TYPES = Map.of(
            "sample.told.v1", Told.class,
            "sample.called-off.v1", CalledOff.class,
            "sample.say-again.v1", SayAgain.class);

    /** What all of them have. */
    public sealed interface Word {

        String subject();

        String aggregate();
    }

    /** An ordinary message. */
    public record Told(String subject, String aggregate, String text) implements Word {}

    /** One that overtakes. */
    public record CalledOff(String subject, String aggregate, String text) implements Word {}

    /** Asks the owner to say again what it knows about a subject, or about all when it is "*". */
    public record SayAgain(String subject) implements Word {

        @Override
        public String aggregate() {
            return "asking/" + subject;
        }
    }

    @Override
    public String type(Object message) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().isInstance(message))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    public Optional<Class<?>> messageOf(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    @Override
    public String topic(Object message) {
        return message instanceof SayAgain ? COMMANDS : TOPIC;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public String subject(Object message) {
        return ((Word) message).subject();
    }

    @Override
    public String aggregate(Object message) {
        return ((Word) message).aggregate();
    }
}
