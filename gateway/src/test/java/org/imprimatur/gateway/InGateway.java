package org.imprimatur.gateway;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Passwords;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.imprimatur.messaging.mail.MailComposer.Ready;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.sandbox.orcid.OrcidServer;
import org.imprimatur.sandbox.orcid.Settings;
import org.imprimatur.web.acting.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with a real database, and services behind it that answer what reached them. One context for all its tests. */
@SpringBootTest(
        classes = {GatewayApplication.class, Recorded.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "imprimatur.mail.domain=example.org",
            "imprimatur.mail.from=accounts@example.org",
            "imprimatur.assertion.key=dGhpcyBrZXkgaXMgb25seSBmb3IgdGVzdHMgb2Ygb3Vycw==",
            "imprimatur.link.key=dGhpcyBvdGhlciBrZXkgaXMgb25seSBmb3IgdGVzdHMhIQ==",
            "imprimatur.setup-token=a-token-that-only-tests-know"
        })
abstract class InGateway {
    static final Peer SUBMISSION = new Peer("submission");
    static final Peer REVIEW = new Peer("review");
    static final Peer PUBLICATION = new Peer("publication");
    static final String PASSWORD = "a river runs uphill";
    static final String PUBLIC = "http://localhost:8080";
    static final OrcidServer ORCID = OrcidServer.start(Settings.settings());
    static final Breaches BREACHES = new Breaches();

    static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    Assertions assertions;

    @Autowired
    Recorded recorded;

    @Autowired
    MailComposer composer;

    @Autowired
    JdbcClient jdbc;

    Browser browser;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry, "gateway");
        TestKafka.register(
                registry,
                "imprimatur.accounts",
                "imprimatur.operations",
                "imprimatur.submission",
                "imprimatur.review",
                "imprimatur.publication",
                "imprimatur.gateway.commands");
        MAILS.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAILS.getSmtp().getPort());
        registry.add("imprimatur.design-page", () -> "true");
        registry.add("imprimatur.orcid.issuer", ORCID::url);
        registry.add("imprimatur.orcid.client-id", () -> "APP-SANDBOX");
        registry.add("imprimatur.orcid.client-secret", () -> "only-for-the-sandbox");
        registry.add("imprimatur.breached-passwords.url", BREACHES::url);
        registry.add("imprimatur.peers.submission", SUBMISSION::url);
        // its first instance is dead
        registry.add("imprimatur.peers.review", () -> "http://127.0.0.1:1," + REVIEW.url());
        registry.add("imprimatur.peers.publication", PUBLICATION::url);
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
        jdbc.sql("DELETE FROM sign_in_failure").update();
        recorded.said.clear();
        recorded.mailed.clear();
    }

    Account person(Grant... grants) {
        String id = UUID.randomUUID().toString();
        String address = "p-" + id + "@example.org";
        var account = new Account(id, "Farah Siddiqui", address, Optional.of("Sample University"), Set.of());
        accounts.add(account, Optional.of(passwords.hash(PASSWORD)), Instant.EPOCH);
        for (Grant grant : grants) {
            accounts.grant(id, grant, "test", Instant.EPOCH);
        }
        return accounts.byId(id).orElseThrow();
    }

    Account administrator() {
        return person(new Grant(Grant.HOUSE, Role.ADMINISTRATOR));
    }

    MailOrder lastOrder() {
        return recorded.mailed.get(recorded.mailed.size() - 1);
    }

    /** The last mail that was asked for, as it would leave now. */
    Letter lastMail() {
        return ((Ready) composer.compose(UUID.randomUUID(), lastOrder())).letter();
    }

    /** The path that a mail links to. */
    static String link(Letter letter) {
        return letter.text()
                .lines()
                .filter(line -> line.startsWith(PUBLIC))
                .findFirst()
                .orElseThrow()
                .substring(PUBLIC.length());
    }

    static Map<String, String> confirming(String link) {
        return Map.of("token", link.substring(link.indexOf('=') + 1));
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
