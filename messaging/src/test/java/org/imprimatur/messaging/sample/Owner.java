package org.imprimatur.messaging.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Words.SayAgain;
import org.imprimatur.messaging.sample.Words.Told;

/** Says again what it said about a subject, as far as that is kept, and then how things stand. */
public final class Owner implements MessageHandler<SayAgain> {

    private final Map<String, Told> states = new ConcurrentHashMap<>();
    private final Outbox outbox;

    Owner(Outbox outbox) {
        this.outbox = outbox;
    }

    /** From now on this is how things stand with its subject. */
    public void knows(Told state) {
        states.put(state.subject(), state);
    }

    @Override
    public Class<SayAgain> message() {
        return SayAgain.class;
    }

    @Override
    public Handling handle(SayAgain asked, Received received) {
        List<Told> wanted = states.values().stream()
                .filter(state -> asked.subject().equals("*") || asked.subject().equals(state.subject()))
                .toList();
        outbox.sayAgain(asked.subject());
        wanted.forEach(state -> outbox.say(state, "process"));
        return Handling.done();
    }
}
