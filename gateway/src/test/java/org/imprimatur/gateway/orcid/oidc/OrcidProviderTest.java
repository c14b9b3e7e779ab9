package org.imprimatur.gateway.orcid.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.imprimatur.gateway.orcid.Handshake;
import org.imprimatur.gateway.orcid.Orcid;
import org.imprimatur.sandbox.orcid.OrcidServer;
import org.imprimatur.sandbox.orcid.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OrcidProviderTest {
    private static final URI BACK = URI.create("https://journals.example.org/sign-in/orcid/back");
    private static final Handshake HANDSHAKE =
            new Handshake("state", "nonce", "a-verifier-of-forty-three-characters-or-more");

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withUserConfiguration(OrcidConfiguration.class)
            .withPropertyValues("imprimatur.public-url=https://journals.example.org");

    @Test
    void a_house_that_has_not_registered_at_orcid_offers_it_to_nobody() {
        gateway.run(context -> assertThat(context).doesNotHaveBean(Orcid.class));
        gateway.withPropertyValues("imprimatur.orcid.client-id=APP-1", "imprimatur.orcid.client-secret=s")
                .run(context -> assertThat(context).hasSingleBean(Orcid.class));
    }

    @Test
    void while_orcid_is_away_nobody_is_sent_there_and_nobody_is_known() {
        var away = new OrcidProvider("http://127.0.0.1:1", "APP-SANDBOX", "only-for-the-sandbox", BACK);
        assertThat(away.authorization(HANDSHAKE)).isEmpty();
        assertThat(away.identify("code", HANDSHAKE)).isInstanceOf(Orcid.Away.class);
    }

    @Test
    void whoever_goes_there_brings_a_state_a_nonce_and_a_hash_of_the_verifier_but_no_secret() {
        try (var server = OrcidServer.start(Settings.settings())) {
            var orcid = new OrcidProvider(server.url().toString(), "APP-SANDBOX", "only-for-the-sandbox", BACK);
            assertThat(orcid.authorization(HANDSHAKE).orElseThrow().toString())
                    .startsWith(server.url() + "/oauth/authorize?")
                    .contains("state=state", "nonce=nonce", "code_challenge_method=S256", "scope=openid")
                    .doesNotContain(HANDSHAKE.verifier(), "only-for-the-sandbox");
        }
    }

    @Test
    void a_wrong_secret_makes_nobody_known() {
        try (var server = OrcidServer.start(Settings.settings())) {
            var orcid = new OrcidProvider(server.url().toString(), "APP-SANDBOX", "a guess", BACK);
            assertThat(orcid.identify("code", HANDSHAKE)).isInstanceOf(Orcid.NotIdentified.class);
        }
    }
}
