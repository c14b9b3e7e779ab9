package org.imprimatur.service;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.Message;
import org.imprimatur.messaging.MessageCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Messages are called on the wire what the contracts call them. */
@AutoConfiguration
public class ContractsAutoConfiguration {

    @Bean
    SealedAddresses sealedAddresses(@Value("${imprimatur.assertion.key}") String key) {
        return new SealedAddresses(key);
    }

    @Bean
    MessageCatalogue messageCatalogue() {
        return new MessageCatalogue() {
            @Override
            public String type(Object message) {
                return Contracts.typeOf(((Message) message).getClass());
            }

            @Override
            public Optional<Class<?>> messageOf(String type) {
                return Contracts.classOf(type).map(known -> known);
            }

            @Override
            public String topic(Object message) {
                return Contracts.topicOf(((Message) message).getClass());
            }

            @Override
            public Set<String> topics() {
                return Contracts.TOPICS;
            }

            @Override
            public String subject(Object message) {
                return ((Message) message).subject();
            }

            @Override
            public String aggregate(Object message) {
                return ((Message) message).aggregate();
            }
        };
    }
}
