package org.imprimatur.messaging.inbox.kafka;

import java.util.List;
import java.util.Optional;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** The service's handlers, found late: they may themselves need the inbox. */
final class Handlers {

    private final SingletonSupplier<List<MessageHandler<?>>> handlers;
    private final MessageCatalogue catalogue;
    private final JsonMapper json;

    Handlers(ObjectProvider<MessageHandler<?>> handlers, MessageCatalogue catalogue, JsonMapper json) {
        this.handlers = SingletonSupplier.of(() -> handlers.orderedStream().toList());
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Whether it concerns anybody. */
    boolean take(Received received) {
        return of(received.type()).stream().anyMatch(handler -> handler.concerns(received));
    }

    boolean overtake(String type) {
        return of(type).stream().anyMatch(MessageHandler::overtakes);
    }

    /** All whom it concerns take it in, or one says that it is early. */
    Handling handle(Received received, byte[] body) {
        Object message =
                json.readValue(body, catalogue.messageOf(received.type()).orElseThrow());
        if (message == null) {
            throw new UnreadableMessage("the body says null", null);
        }
        for (MessageHandler<?> handler : of(received.type())) {
            if (!handler.concerns(received)) {
                continue;
            }
            Handling handling = handle(handler, message, received);
            if (handling instanceof Handling.Early) {
                return handling;
            }
        }
        return Handling.done();
    }

    private static <M> Handling handle(MessageHandler<M> handler, Object message, Received received) {
        return handler.handle(handler.message().cast(message), received);
    }

    private List<MessageHandler<?>> of(String type) {
        Optional<Class<?>> message = catalogue.messageOf(type);
        return handlers.obtain().stream()
                .filter(handler -> message.filter(handler.message()::equals).isPresent())
                .toList();
    }
}
