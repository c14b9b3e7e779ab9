package org.imprimatur.web.acting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Mints and verifies the short-lived assertions by which our services tell each other who acts: JWTs (RFC 7519) signed
 * with HS256 under a key that all services share. An assertion lasts {@link #LIFETIME}; one made for a person never
 * passes as one made for a service, nor the reverse.
 */
public final class Assertions {
    /** Header that carries a person's assertion from the gateway to a service. */
    public static final String PERSON_HEADER = "X-Imprimatur-Person";
    /** Header that carries a service's assertion to another service. */
    public static final String SERVICE_HEADER = "X-Imprimatur-Service";
    /** How long an assertion is good for. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String ISSUER = "imprimatur";
    private static final Duration SKEW = Duration.ofSeconds(2);

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    /**
     * @param base64Key the shared key, at least 32 bytes, in base64
     * @param clock real time, never the domain's
     * @throws IllegalArgumentException when the key is missing, not base64 or too short
     */
    public Assertions(String base64Key, Clock clock) {
        SecretKey key = key(base64Key);
        this.clock = clock;
        encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(ISSUER)));
    }

    private static SecretKey key(String base64Key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64Key == null ? "" : base64Key.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("imprimatur.assertion.key is not base64", notBase64);
        }
        if (bytes.length < 32) {
            throw new IllegalArgumentException(
                    "imprimatur.assertion.key must be at least 32 bytes in base64; it has " + bytes.length);
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** An assertion that this person acts now. */
    public String forPerson(SignedIn person) {
        return mint(
                "person",
                person.account(),
                Map.of(
                        "name",
                        person.name(),
                        "roles",
                        person.roles().stream()
                                .map(held -> List.of(held.journal(), held.role()))
                                .toList()));
    }

    /** An assertion that this service calls now. */
    public String forService(String name) {
        return mint("service", name, Map.of());
    }

    private String mint(String kind, String subject, Map<String, Object> more) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(List.of(kind))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claims(all -> all.putAll(more))
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** Verifies what came in {@link #PERSON_HEADER}: {@link Verdict.Person} or {@link Verdict.Refused}. */
    public Verdict verifyPerson(String assertion) {
        return verify(assertion, "person");
    }

    /** Verifies what came in {@link #SERVICE_HEADER}: {@link Verdict.Service} or {@link Verdict.Refused}. */
    public Verdict verifyService(String assertion) {
        return verify(assertion, "service");
    }

    private Verdict verify(String assertion, String kind) {
        Jwt jwt;
        try {
            jwt = decoder.decode(assertion);
        } catch (JwtException bad) {
            return new Verdict.Refused(bad.getMessage());
        }
        if (!List.of(kind).equals(jwt.getAudience()) || jwt.getExpiresAt() == null || jwt.getSubject() == null) {
            return new Verdict.Refused("not an assertion for a " + kind);
        }
        if (kind.equals("service")) {
            return new Verdict.Service(jwt.getSubject());
        }
        return new Verdict.Person(new SignedIn(jwt.getSubject(), jwt.getClaimAsString("name"), roles(jwt)));
    }

    private static Set<Held> roles(Jwt jwt) {
        List<?> pairs = jwt.getClaim("roles");
        return pairs.stream()
                .map(pair -> (List<?>) pair)
                .map(pair -> new Held((String) pair.get(0), (String) pair.get(1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
