package org.imprimatur.sandbox.orcid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrcidServerTest {
    private static final String BACK = "http://localhost:8080/sign-in/orcid/back";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-is-it";

    private final OrcidServer server = OrcidServer.start(Settings.settings());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> authorize(String challengeMethod) throws Exception {
        return get(
                server.url() + "/oauth/authorize?response_type=code&client_id=APP-SANDBOX&scope=openid&state=s&nonce=n"
                        + "&redirect_uri=" + URLEncoder.encode(BACK, StandardCharsets.UTF_8) + "&code_challenge="
                        + OrcidServer.challenge(VERIFIER) + "&code_challenge_method=" + challengeMethod);
    }

    private String code() throws Exception {
        Matcher link = Pattern.compile("href=\"([^\"]*orcid=0000-0002-1825-0097)\"")
                .matcher(authorize("S256").body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> back = get(server.url() + link.group(1).replace("&amp;", "&"));
        assertThat(back.statusCode()).isEqualTo(302);
        String there = back.headers().firstValue("Location").orElseThrow();
        assertThat(there).startsWith(BACK + "?code=").endsWith("&state=s");
        return there.replaceFirst(".*code=([^&]*)&.*", "$1");
    }

    private HttpResponse<String> redeem(String code, String verifier, String secret) throws Exception {
        String body = "grant_type=authorization_code&client_id=APP-SANDBOX&client_secret=" + secret + "&code=" + code
                + "&code_verifier=" + verifier + "&redirect_uri=" + URLEncoder.encode(BACK, StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void whoever_is_chosen_is_said_once_for_a_code() throws Exception {
        String code = code();
        HttpResponse<String> first = redeem(code, VERIFIER, "only-for-the-sandbox");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("0000-0002-1825-0097", "Josiah Carberry", "id_token");
        assertThat(redeem(code, VERIFIER, "only-for-the-sandbox").body()).contains("invalid_grant");
    }

    @Test
    void a_code_is_worth_nothing_without_the_verifier_or_the_secret() throws Exception {
        assertThat(redeem(code(), "another-verifier-of-forty-three-characters-or-so", "only-for-the-sandbox")
                        .body())
                .contains("invalid_grant");
        assertThat(redeem(code(), VERIFIER, "a-guess").statusCode()).isEqualTo(401);
    }

    @Test
    void asking_without_pkce_goes_back_with_an_error() throws Exception {
        HttpResponse<String> refused = authorize("plain");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location").orElseThrow()).startsWith(BACK + "?error=invalid_request");
    }

    @Test
    void denying_goes_back_without_a_code() throws Exception {
        HttpResponse<String> denied = get(
                server.url() + "/oauth/chosen?state=s&redirect_uri=" + URLEncoder.encode(BACK, StandardCharsets.UTF_8));
        assertThat(denied.headers().firstValue("Location")).contains(BACK + "?error=access_denied&state=s");
    }
}
