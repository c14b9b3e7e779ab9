package org.imprimatur.messaging.autoconfigure;

import org.imprimatur.messaging.errands.jdbc.ErrandsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** {@code Errands} and their workers. The service gives {@code ErrandRunner}s. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@Import({CommonConfiguration.class, ErrandsConfiguration.class})
public class ErrandsAutoConfiguration {}
