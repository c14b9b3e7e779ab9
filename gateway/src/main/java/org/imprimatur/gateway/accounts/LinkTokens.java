package org.imprimatur.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of links, derived from an id with a key (HMAC-SHA-256, RFC 2104), so that none is kept anywhere. A token made
 * for one purpose is worthless for another.
 */
public final class LinkTokens {
    /** What a link is for. */
    public enum Purpose {
        REGISTRATION,
        PASSWORD,
        ADDRESS,
        MERGE
    }

    private static final int ID_LENGTH = 36;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key is not base64 of 32 bytes or more */
    public LinkTokens(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("imprimatur.link.key must be at least 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public String token(Purpose purpose, UUID id) {
        return id + seal(purpose, id);
    }

    /** The id of a token that we made for this purpose. */
    public Optional<UUID> id(Purpose purpose, String token) {
        if (token == null || token.length() <= ID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(token.substring(0, ID_LENGTH));
            boolean ours = MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), token(purpose, id).getBytes(StandardCharsets.UTF_8));
            return ours ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private String seal(Purpose purpose, UUID id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] seal = mac.doFinal((purpose + " " + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
