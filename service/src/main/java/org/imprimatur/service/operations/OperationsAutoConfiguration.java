package org.imprimatur.service.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.operations.Metrics;
import org.imprimatur.messaging.operations.Operations;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.work.MessagingProperties;
import org.imprimatur.web.acting.Assertions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** The operations' facts of a service, and its doors for whoever looks after it. */
@AutoConfiguration(
        after = {
            MessagingAutoConfiguration.class,
            MailQueueAutoConfiguration.class,
            org.imprimatur.messaging.autoconfigure.OperationsAutoConfiguration.class
        })
public class OperationsAutoConfiguration {

    @Bean
    SayingOperations sayingOperations(Outbox outbox, MessagingProperties ours) {
        return new SayingOperations(outbox, ours.service());
    }

    @Bean
    AskingForWhatIsMissing askingForWhatIsMissing(Outbox outbox) {
        return new AskingForWhatIsMissing(outbox);
    }

    @Bean
    @Conditional(IsOwner.class)
    SayingAgain<?> sayingAgain(Outbox outbox, MessagingProperties ours) {
        return new SayingAgain<>(Owners.ofService(ours.service()).orElseThrow().command(), outbox);
    }

    /** Whether somebody may ask this service to say its state again. */
    static final class IsOwner implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Owners.ofService(context.getEnvironment().getProperty("imprimatur.messaging.service", ""))
                    .isPresent();
        }
    }

    @Bean
    OperationsEndpoint operationsEndpoint(Operations operations, Inbox inbox, Assertions assertions) {
        return new OperationsEndpoint(operations, new ResumingMessages(inbox), assertions);
    }

    @Bean
    MetricsEndpoint metricsEndpoint(Metrics metrics) {
        return new MetricsEndpoint(metrics);
    }

    // a scraper can't sign anew each minute as our services do: it has a token of its own, good for this one path
    @Bean
    @Order(40)
    SecurityFilterChain metricsFilterChain(HttpSecurity http, @Value("${imprimatur.metrics.token:}") String token)
            throws Exception {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return http.securityMatcher(MetricsEndpoint.PATH)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().access((who, where) -> {
                    String given = where.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
                    return new AuthorizationDecision(!token.isBlank()
                            && given != null
                            && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)));
                }))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }
}
