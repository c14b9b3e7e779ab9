package org.imprimatur.service.operations;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.operations.Tally;
import org.imprimatur.service.ImprimaturService;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;

/** A service with one handler, which fails as a test says. */
@ImprimaturService
@SpringBootConfiguration
class SampleService {

    final AtomicReference<String> fault = new AtomicReference<>();

    @Bean
    MessageHandler<ArticleUnscheduled> handler() {
        return new MessageHandler<>() {
            @Override
            public Class<ArticleUnscheduled> message() {
                return ArticleUnscheduled.class;
            }

            @Override
            public Handling handle(ArticleUnscheduled message, Received received) {
                if (fault.get() != null) {
                    throw new IllegalStateException(fault.get());
                }
                return Handling.done();
            }
        };
    }

    @Bean
    Tally kettles() {
        return new Tally() {
            @Override
            public String name() {
                return "kettles";
            }

            @Override
            public Map<String, Long> byState() {
                return Map.of("boiling", 2L);
            }
        };
    }
}
