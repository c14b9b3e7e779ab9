package org.imprimatur.gateway.orcid.oidc;

import java.net.URI;
import org.imprimatur.gateway.orcid.Orcid;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There is an {@link Orcid} where the operator set {@code imprimatur.orcid.client-id}; else nobody is offered it. */
@Configuration(proxyBeanMethods = false)
class OrcidConfiguration {
    @Bean
    @ConditionalOnProperty("imprimatur.orcid.client-id")
    Orcid orcid(
            @Value("${imprimatur.orcid.issuer:https://orcid.org}") String issuer,
            @Value("${imprimatur.orcid.client-id}") String client,
            @Value("${imprimatur.orcid.client-secret}") String secret,
            @Value("${imprimatur.public-url}") String publicUrl) {
        return new OrcidProvider(issuer, client, secret, URI.create(publicUrl + "/sign-in/orcid/back"));
    }
}
