package org.imprimatur.review;

import java.util.Map;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.WithHealth;
import org.imprimatur.web.WebPages;
import org.imprimatur.web.acting.PublicPaths;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.live.WebLive;
import org.imprimatur.web.mail.WebMail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Peer review: the process, reviewers, invitations, reviews, decisions, and the editors' dashboard. */
@SpringBootConfiguration
@WithHealth
@ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    DocumentsAutoConfiguration.class,
    ErrandsAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    MailQueueAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    MessagingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    WebLive.class,
    WebMail.class,
    WebMvcAutoConfiguration.class,
    WebPages.class,
    WebSecurity.class
})
public class ReviewApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as it is started, alone or beside others in one JVM. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(ReviewApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "review-service"));
        return application;
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths("/review/**");
    }
}
