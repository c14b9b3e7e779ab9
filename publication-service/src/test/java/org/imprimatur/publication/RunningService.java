package org.imprimatur.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** The service as it is started, on a real database and a real Kafka; one context for all tests that bear this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {PublicationApplication.class, ServiceWorld.class, Service.class},
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.config.name=publication-service",
            "imprimatur.assertion.key=dGhpcyBrZXkgaXMgb25seSBmb3IgdGVzdHMgb2Ygb3Vycw==",
            "imprimatur.banner=Demonstration text, not the authors' article",
            "imprimatur.doi.login=house",
            "imprimatur.doi.password=secret",
            "imprimatur.oai.page-size=1",
            "imprimatur.mail.domain=mail.example.org",
            "imprimatur.mail.from=journals@example.org",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "imprimatur.peers.gateway=http://127.0.0.1:1",
            "imprimatur.peers.submission=http://127.0.0.1:1",
            "imprimatur.messaging.first-pause=20ms"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceWorld.Outside.class)
public @interface RunningService {}
