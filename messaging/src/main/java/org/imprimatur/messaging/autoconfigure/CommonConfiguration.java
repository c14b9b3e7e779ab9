package org.imprimatur.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Wakeups;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all queues need. */
@Configuration(proxyBeanMethods = false)
class CommonConfiguration {

    /**
     * {@code imprimatur.clock.begins} (an ISO 8601 instant) lets domain time begin there; else
     * {@code imprimatur.clock.offset} is added to the system's. Contexts that must agree share one as a bean.
     */
    @Bean
    @ConditionalOnMissingBean
    DomainClock domainClock(Environment environment) {
        Clock system = Clock.systemUTC();
        Instant begins = environment.getProperty("imprimatur.clock.begins", Instant.class);
        return new DomainClock(
                system,
                begins == null
                        ? environment.getProperty("imprimatur.clock.offset", Duration.class, Duration.ZERO)
                        : Duration.between(system.instant(), begins));
    }

    @Bean
    Wakeups wakeups(DataSource dataSource, JdbcClient jdbc) {
        return new Wakeups(dataSource, jdbc);
    }
}
