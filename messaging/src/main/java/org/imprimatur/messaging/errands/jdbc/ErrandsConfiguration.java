package org.imprimatur.messaging.errands.jdbc;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Signal;
import org.imprimatur.messaging.work.Wakeups;
import org.imprimatur.messaging.work.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Errands and their workers. */
@Configuration(proxyBeanMethods = false)
public class ErrandsConfiguration {

    @Bean
    JdbcErrands errands(JdbcClient jdbc, DomainClock clock, Wakeups wakeups) {
        return new JdbcErrands(jdbc, clock, wakeups);
    }

    @Bean
    Leases errandLeases(JdbcClient jdbc) {
        return new Leases(jdbc, "errand");
    }

    @Bean
    Workers errandLeaseKeeper(Leases errandLeases) {
        return new Workers("errand-leases", 1, new Signal(), Leases.RENEWAL, errandLeases);
    }

    @Bean
    Workers errandWorkers(
            JdbcErrands errands,
            ObjectProvider<ErrandRunner> runners,
            DomainClock clock,
            Leases errandLeases,
            Wakeups wakeups,
            @Value("${imprimatur.errands.workers:2}") int workers) {
        Signal signal = wakeups.signal(JdbcErrands.QUEUE);
        clock.onMove(signal::raise);
        // runners are found late: they may themselves plan errands
        return new Workers(
                "errand-worker",
                workers,
                signal,
                Leases.RENEWAL,
                new RunningErrands(
                        errands,
                        SingletonSupplier.of(() -> runners.orderedStream()
                                .collect(Collectors.toUnmodifiableMap(ErrandRunner::kind, Function.identity()))),
                        errandLeases));
    }
}
