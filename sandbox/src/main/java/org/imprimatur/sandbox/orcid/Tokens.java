package org.imprimatur.sandbox.orcid;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** ID tokens (OpenID Connect Core 1.0, section 2) signed with RS256, by hand, so that the verifier has another's work to read. */
final class Tokens {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "sandbox-orcid";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final KeyPair ours = pair();
    private final KeyPair other = pair();

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String idToken(String issuer, String client, String nonce, Person person, Instant now, Optional<Twist> wrong) {
        var twist = wrong.orElse(null);
        var begins = twist == Twist.EXPIRED ? now.minus(GOOD_FOR.multipliedBy(2)) : now;
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", twist == Twist.ISSUER ? "https://orcid.example" : issuer);
        claims.put("aud", twist == Twist.AUDIENCE ? "APP-SOMEBODY-ELSE" : client);
        claims.put("sub", twist == Twist.SUBJECT ? "0000-0000-0000-0000" : person.orcid());
        claims.put("iat", begins.getEpochSecond());
        claims.put("exp", begins.plus(GOOD_FOR).getEpochSecond());
        claims.put("auth_time", begins.getEpochSecond());
        claims.put("amr", "pwd");
        claims.put("nonce", twist == Twist.NONCE ? "somebody-else-s" : nonce);
        if (!person.given().isEmpty()) claims.put("given_name", person.given());
        if (!person.family().isEmpty()) claims.put("family_name", person.family());
        if (twist == Twist.UNSIGNED) return part(Map.of("alg", "none")) + "." + part(claims) + ".";
        var signed = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + part(claims);
        return signed + "." + signature(signed, (twist == Twist.KEY ? other : ours).getPrivate());
    }

    private static String part(Map<String, Object> content) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }

    private static String signature(String signed, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7517, section 5. */
    Map<String, Object> keys() {
        var key = (RSAPublicKey) ours.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        unsigned(key.getModulus()),
                        "e",
                        unsigned(key.getPublicExponent()))));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
