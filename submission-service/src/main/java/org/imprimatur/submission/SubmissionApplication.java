package org.imprimatur.submission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.Message;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.WithHealth;
import org.imprimatur.submission.manuscript.Addresses;
import org.imprimatur.submission.manuscript.Announcements;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Papers;
import org.imprimatur.submission.manuscript.Reading;
import org.imprimatur.submission.manuscript.Restating;
import org.imprimatur.submission.manuscript.SeeingManuscripts;
import org.imprimatur.web.WebPages;
import org.imprimatur.web.acting.PublicPaths;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.mail.WebMail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
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

/** submission-service: authors and their manuscripts. Its context holds nothing that only happens to be on the class path. */
@SpringBootConfiguration
@WithHealth
@ComponentScan
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    DocumentsAutoConfiguration.class,
    ErrandsAutoConfiguration.class,
    MailQueueAutoConfiguration.class,
    MessagingAutoConfiguration.class,
    WebPages.class,
    WebSecurity.class,
    WebMail.class
})
public class SubmissionApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as it is started, alone or beside others in one JVM. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(SubmissionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "submission-service"));
        return application;
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

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths();
    }

    @Bean
    DraftingManuscripts draftingManuscripts(
            Manuscripts manuscripts, JournalsKnown journals, Reading reading, Papers papers) {
        return new DraftingManuscripts(manuscripts, journals, reading, papers);
    }

    @Bean
    SeeingManuscripts seeingManuscripts(Manuscripts manuscripts, Addresses addresses) {
        return new SeeingManuscripts(manuscripts, addresses);
    }

    @Bean
    Restating restating(Manuscripts manuscripts, Announcements announcements) {
        return new Restating(manuscripts, announcements);
    }

    @Bean
    HandingIn handingIn(Manuscripts manuscripts, JournalsKnown journals, Papers papers, Announcements announcements) {
        return new HandingIn(manuscripts, journals, papers, announcements);
    }
}
