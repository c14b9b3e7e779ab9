package org.imprimatur.publication.doi.crossref;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.imprimatur.publication.doi.Agency;
import org.imprimatur.publication.doi.DepositTerms;
import org.imprimatur.publication.doi.LandingPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** The agency over HTTP, where one is configured. */
@Configuration(proxyBeanMethods = false)
class CrossrefConfiguration {
    private static final URI CROSSREF = URI.create("https://api.crossref.org");

    @Bean
    @ConditionalOnExpression("!'${imprimatur.doi.agency:}'.isBlank()")
    Agency crossrefAgency(
            DepositTerms terms,
            @Value("${imprimatur.doi.login}") String login,
            @Value("${imprimatur.doi.password}") String password,
            @Value("${imprimatur.doi.holdings:}") String holdings) {
        URI address = terms.agency().orElseThrow();
        URI there = terms.agencyIsHere() ? address : CROSSREF;
        return new CrossrefAgency(
                address, holdings.isBlank() ? there : URI.create(holdings.strip()), login, password, requests());
    }

    @Bean
    LandingPages landingPages(@Value("${imprimatur.inside-url:}") String inside) {
        return new HttpLandingPages(requests(), inside);
    }

    private static JdkClientHttpRequestFactory requests() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(Duration.ofSeconds(60));
        return requests;
    }
}
