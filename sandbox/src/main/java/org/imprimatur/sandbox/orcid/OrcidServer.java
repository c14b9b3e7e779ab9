package org.imprimatur.sandbox.orcid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.imprimatur.sandbox.http.WebServer;

/**
 * Stands in for ORCID as a provider of OpenID Connect: discovery, authorization code with PKCE (S256), token, keys. One
 * chooses whom to be; nobody has a password. A code is good once, for one client, one address to come back to and one
 * verifier. It can be told to make the next ID token wrong in one way. Thread-safe.
 */
public final class OrcidServer implements AutoCloseable {

    private static final int RANDOM_BYTES = 24;

    final Settings settings;
    private final Tokens tokens;
    private final WebServer web;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Twist> twists = new ConcurrentLinkedQueue<>();

    /** What a client asked for when it sent somebody here, as the address said. */
    record Asking(String redirect, String state, String nonce, String challenge) {}

    private record Asked(Asking asking, Person person) {}

    private OrcidServer(Settings settings) {
        this.settings = settings;
        tokens = new Tokens();
        web = WebServer.start(settings.host, settings.port, 1 << 16, new OrcidWeb(this)::answer);
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws RuntimeException where the port is taken
     */
    public static OrcidServer start(Settings settings) {
        return new OrcidServer(settings);
    }

    /** The issuer: an address without a slash at its end. */
    public URI url() {
        return web.url();
    }

    /** The next ID token is wrong in this way; the one after it is right again. */
    public void twistNext(Twist twist) {
        twists.add(twist);
    }

    /** A code with which the client can ask who chose to be this person. */
    String code(Asking asking, Person person) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        codes.put(code, new Asked(asking, person));
        return code;
    }

    /** Who chose what this code is for; empty when it was used, or is another's. Either way it is over now. */
    Optional<Map<String, Object>> redeem(String code, String redirect, String verifier) {
        return Optional.ofNullable(codes.remove(code))
                .filter(asked -> asked.asking().redirect().equals(redirect))
                .filter(asked -> asked.asking().challenge().equals(challenge(verifier)))
                .map(asked -> Map.of(
                        "access_token",
                        "none-is-needed",
                        "token_type",
                        "bearer",
                        "expires_in",
                        600,
                        "scope",
                        "openid",
                        "orcid",
                        asked.person().orcid(),
                        "name",
                        asked.person().name(),
                        "id_token",
                        tokens.idToken(
                                url().toString(),
                                settings.clientId,
                                asked.asking().nonce(),
                                asked.person(),
                                settings.clock.instant(),
                                Optional.ofNullable(twists.poll()))));
    }

    Map<String, Object> keys() {
        return tokens.keys();
    }

    /** RFC 7636, section 4.2. */
    static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
