package org.imprimatur.messaging.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.testing.KafkaNode;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As a real service is put together: an explicit list of auto-configurations. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    MessagingAutoConfiguration.class,
    MailQueueAutoConfiguration.class,
    ErrandsAutoConfiguration.class,
    DocumentsAutoConfiguration.class
})
public class SampleService {

    /** One running instance, on a database of its own unless the settings name one. */
    public static ConfigurableApplicationContext start(String name, String... settings) {
        return start(SampleService.class, WebApplicationType.NONE, name, settings);
    }

    static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType web, String name, String... settings) {
        TestKafka.createTopics(Words.TOPIC);
        return start(application, web, name, TestKafka.bootstrapServers(), settings);
    }

    /** One whose Kafka can be stopped. */
    public static ConfigurableApplicationContext start(String name, KafkaNode kafka, String... settings) {
        kafka.createTopics(Words.TOPIC);
        return start(SampleService.class, WebApplicationType.NONE, name, kafka.bootstrapServers(), settings);
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType web, String name, String kafka, String[] settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "spring.main.banner-mode", "off",
                "spring.flyway.locations", "classpath:db/messaging,classpath:db/sample",
                "spring.kafka.bootstrap-servers", kafka,
                "server.port", "0",
                "spring.mail.host", "localhost",
                "imprimatur.documents.folder", "target/documents/" + UUID.randomUUID()));
        all.putAll(Map.of(
                "imprimatur.messaging.service", name,
                "imprimatur.messaging.attempts", "3",
                "imprimatur.messaging.first-pause", "20ms",
                "imprimatur.mail.domain", "mail.example.org",
                "imprimatur.mail.from", "journal@example.org",
                "imprimatur.mail.first-pause", "50ms",
                "imprimatur.mail.first-wait", "20ms"));
        for (String setting : settings) {
            all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        all.computeIfAbsent("spring.datasource.url", key -> TestPostgres.freshDatabase(name));
        return new SpringApplicationBuilder(application)
                .web(web)
                .properties(Map.of("spring.config.name", "none"))
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @Bean
    MessageCatalogue words() {
        return new Words();
    }

    @Bean
    Ear<Words.Told> told(JdbcClient jdbc) {
        return new Ear<>(Words.Told.class, false, jdbc);
    }

    @Bean
    Ear<Words.CalledOff> calledOff(JdbcClient jdbc) {
        return new Ear<>(Words.CalledOff.class, true, jdbc);
    }

    /** As a service signs what it asks of its peers. */
    @Bean
    ClientHttpRequestInterceptor sign() {
        return (request, body, execution) -> {
            request.getHeaders().set("X-Sign", "a sign");
            return execution.execute(request, body);
        };
    }

    @Bean
    Post post() {
        return new Post();
    }

    @Bean
    MailListener mailNews(JdbcClient jdbc) {
        return state -> jdbc.sql("INSERT INTO news (text) VALUES (:text)")
                .param("text", state.cause() + " " + state.state())
                .update();
    }

    @Bean
    Runner runner() {
        return new Runner();
    }

    @Bean
    InboxListener news(JdbcClient jdbc) {
        return new InboxListener() {
            @Override
            public void parked(Inbox.Parked message) {
                write("parked " + message.id());
            }

            @Override
            public void resumed(Inbox.Parked message, String actor, boolean skipped) {
                write((skipped ? "skipped " : "tried again ") + message.id() + " by " + actor);
            }

            @Override
            public void otherBody(String id, String subject) {
                write("other body " + id);
            }

            @Override
            public void gap(String source, String topic, String subject, String aggregate, long expected, long came) {
                write("gap " + aggregate + " " + expected + " " + came);
            }

            private void write(String text) {
                jdbc.sql("INSERT INTO news (text) VALUES (:text)")
                        .param("text", text)
                        .update();
            }
        };
    }
}
