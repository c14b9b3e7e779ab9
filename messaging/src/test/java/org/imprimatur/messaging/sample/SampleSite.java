package org.imprimatur.messaging.sample;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.messaging.autoconfigure.WithHealth;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Words.Told;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** The sample service with a web server, and with health where {@code messaging/health.yml} is imported. */
@WithHealth
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(SampleService.class)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
public class SampleSite {

    /** One running instance on a free port. */
    public static ConfigurableApplicationContext start(String name, String... settings) {
        return SampleService.start(SampleSite.class, WebApplicationType.SERVLET, name, settings);
    }

    /** A document is named when its name stands in the news. */
    @Bean
    DocumentReferences references(JdbcClient jdbc) {
        return names -> names.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("SELECT text FROM news WHERE text IN (:names)")
                        .param("names", names)
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.toSet());
    }

    /** Remembers by what sign peers asked. */
    @Bean
    OncePerRequestFilter doorkeeper(JdbcClient jdbc) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (request.getHeader("X-Sign") != null) {
                    jdbc.sql("INSERT INTO news (text) VALUES ('asked with ' || :sign)")
                            .param("sign", request.getHeader("X-Sign"))
                            .update();
                }
                chain.doFilter(request, response);
            }
        };
    }

    @RestController
    static class Controller {

        private final Outbox outbox;
        private final TransactionTemplate transaction;

        Controller(Outbox outbox, PlatformTransactionManager transactions) {
            this.outbox = outbox;
            this.transaction = new TransactionTemplate(transactions);
        }

        @GetMapping("/say/{subject}")
        void say(@PathVariable String subject) {
            transaction.executeWithoutResult(status -> outbox.say(new Told(subject, "a", "x"), "account/1"));
        }
    }
}
