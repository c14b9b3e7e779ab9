package org.imprimatur.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.messaging.documents.DocumentTransport;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.imprimatur.sandbox.agency.Settings;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What lies outside the service in tests: a real database, a real Kafka, the sandbox's agency, a submission-service's documents. */
@Configuration(proxyBeanMethods = false)
public class ServiceWorld {

    /** Documents that submission-service would give. */
    public static final class SubmissionDocuments implements DocumentTransport {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        public void keep(String sha256, byte[] content) {
            kept.put(sha256, content);
        }

        @Override
        public Optional<byte[]> get(String peer, String sha256) {
            return Optional.ofNullable(kept.get(sha256));
        }
    }

    @Bean
    SubmissionDocuments submissionDocuments() {
        return new SubmissionDocuments();
    }

    @Bean
    @Primary
    FakeRendering fakeRendering() {
        return new FakeRendering();
    }

    @Bean(destroyMethod = "close")
    DoiAgency doiAgency() {
        return Outside.AGENCY;
    }

    /** Sets where all that is. */
    public static final class Outside implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final DoiAgency AGENCY =
                DoiAgency.start(Settings.settings().account("house", "secret", "10.5555"));

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestKafka.createTopics(
                    "imprimatur.publication",
                    "imprimatur.publication.commands",
                    "imprimatur.accounts",
                    "imprimatur.operations");
            int port = freePort();
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestPostgres.freshDatabase("publication"),
                            "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                            "imprimatur.documents.folder=" + folder(),
                            "imprimatur.doi.agency=" + AGENCY.baseUrl(),
                            "server.port=" + port,
                            "imprimatur.public-url=http://127.0.0.1:" + port)
                    .applyTo(context);
        }

        // landing pages must answer at the address that is deposited, so the port is known beforehand
        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("publication-documents");
            } catch (IOException noFolder) {
                throw new UncheckedIOException(noFolder);
            }
        }
    }
}
