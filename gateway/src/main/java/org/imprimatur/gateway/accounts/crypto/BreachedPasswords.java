package org.imprimatur.gateway.accounts.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.imprimatur.gateway.accounts.KnownPasswords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks a service that speaks the range protocol of Pwned Passwords: it is told the first five digits of the password's
 * SHA-1 and answers with all it knows of that beginning, padded so that not even the answer's length tells. While it is
 * away nothing is known from it.
 */
final class BreachedPasswords implements KnownPasswords {
    private static final Logger LOG = LoggerFactory.getLogger(BreachedPasswords.class);
    private static final int TOLD = 5;

    private final RestClient service;

    BreachedPasswords(String url) {
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(1));
        http.setReadTimeout(Duration.ofSeconds(2));
        service = RestClient.builder().baseUrl(url).requestFactory(http).build();
    }

    @Override
    public boolean know(String password, Collection<String> expected) {
        String digest = sha1(password);
        String rest = digest.substring(TOLD) + ":";
        try {
            String answer = service.get()
                    .uri("/range/{beginning}", digest.substring(0, TOLD))
                    .header("Add-Padding", "true")
                    .retrieve()
                    .body(String.class);
            // padding has a count of 0
            return Optional.ofNullable(answer).stream()
                    .flatMap(String::lines)
                    .anyMatch(line -> line.startsWith(rest) && !line.strip().equals(rest + "0"));
        } catch (RestClientException away) {
            LOG.warn("The list of breached passwords can't be asked; the local one alone was", away);
            return false;
        }
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
