package org.imprimatur.gateway;

import java.util.Map;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.service.ImprimaturService;
import org.imprimatur.web.acting.PublicPaths;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The one address for people: accounts, signing in, and the way to the services. */
@ImprimaturService
@SpringBootConfiguration
@ComponentScan
@ImportAutoConfiguration({
    ErrandsAutoConfiguration.class,
    FilterAutoConfiguration.class,
    GatewayServerMvcAutoConfiguration.class,
    HandlerFunctionAutoConfiguration.class,
    PredicateAutoConfiguration.class
})
public class GatewayApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The gateway as it is started, alone or beside the services in one JVM. */
    public static SpringApplication application() {
        var application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "gateway"));
        return application;
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(
                "/sign-in/**",
                "/sign-out",
                "/sign-up/**",
                "/password/**",
                "/setup",
                "/notices/bell",
                "/notices/unsubscribe");
    }
}
