package org.imprimatur.messaging.health;

import org.imprimatur.messaging.inbox.Inbox;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indicators {@code broker} and {@code inbox}. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthIndicator brokerHealthIndicator(KafkaProperties kafka) {
        return new BrokerHealth(kafka.buildAdminProperties());
    }

    @Bean
    HealthIndicator inboxHealthIndicator(Inbox inbox) {
        return new InboxHealth(inbox);
    }
}
