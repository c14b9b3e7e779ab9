package org.imprimatur.gateway;

import java.util.Map;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.WithHealth;
import org.imprimatur.web.WebPages;
import org.imprimatur.web.acting.PublicPaths;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.mail.WebMail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The one address for people: accounts, signing in, and the way to the services. */
@SpringBootConfiguration
@WithHealth
@ComponentScan
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    MessagingAutoConfiguration.class,
    MailQueueAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    FilterAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    GatewayServerMvcAutoConfiguration.class,
    HandlerFunctionAutoConfiguration.class,
    HttpClientAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ImperativeHttpClientAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    PredicateAutoConfiguration.class,
    RestClientAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    WebMail.class,
    WebMvcAutoConfiguration.class,
    WebPages.class,
    WebSecurity.class
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
        return new PublicPaths("/sign-in", "/sign-out", "/sign-up/**", "/password/**", "/setup");
    }

    @Bean
    MessageCatalogue messageCatalogue() {
        return new ContractsCatalogue();
    }
}
