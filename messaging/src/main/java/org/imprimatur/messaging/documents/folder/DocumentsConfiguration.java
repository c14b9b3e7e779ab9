package org.imprimatur.messaging.documents.folder;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.documents.DocumentTransport;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Documents, their way between services, and their sweep. */
@Configuration(proxyBeanMethods = false)
public class DocumentsConfiguration {

    @Bean
    FolderDocuments documents(@Value("${imprimatur.documents.folder}") Path folder, DocumentTransport transport) {
        return new FolderDocuments(folder, transport);
    }

    @Bean
    @ConditionalOnMissingBean(DocumentTransport.class)
    DocumentTransport documentTransport(Environment environment, ObjectProvider<ClientHttpRequestInterceptor> all) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
        requests.setReadTimeout(Duration.ofSeconds(30));
        return new HttpDocumentTransport(
                RestClient.builder()
                        .requestFactory(requests)
                        .requestInterceptors(interceptors -> all.orderedStream().forEach(interceptors::add))
                        .build(),
                Binder.get(environment)
                        .bind("imprimatur.peers", Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of()));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Web {

        @Bean
        FilesController filesController(FolderDocuments documents) {
            return new FilesController(documents);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({Errands.class, DocumentReferences.class})
    static class Sweep {

        @Bean
        SweepingDocuments sweepingDocuments(
                FolderDocuments documents,
                DocumentReferences references,
                @Value("${imprimatur.documents.unnamed:1d}") Duration unnamed) {
            return new SweepingDocuments(documents, references, unnamed);
        }

        @Bean
        SmartLifecycle sweepPlanner(
                Errands errands,
                PlatformTransactionManager transactions,
                @Value("${imprimatur.documents.unnamed:1d}") Duration unnamed) {
            return new SmartLifecycle() {
                private boolean running;

                @Override
                public void start() {
                    running = true;
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(status -> errands.planUnlessPlanned(new Errand(
                                    SweepingDocuments.KIND,
                                    "daily",
                                    Instant.now().plus(unnamed),
                                    Errands.Time.REAL,
                                    Map.of())));
                }

                @Override
                public void stop() {
                    running = false;
                }

                @Override
                public boolean isRunning() {
                    return running;
                }
            };
        }
    }
}
