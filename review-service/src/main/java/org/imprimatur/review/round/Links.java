package org.imprimatur.review.round;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The links in mails to reviewers. A token is HMAC-SHA256 (RFC 2104) over the invitation and the mail's ordinal, 43
 * characters of base64url (RFC 4648, section 5); it is made when the mail is sent, and only its SHA-256 is kept.
 */
public final class Links {

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key has fewer than 32 bytes */
    public Links(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("imprimatur.link.key must be at least 32 bytes; it has " + key.length);
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public String token(String invitation, int ordinal) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] made = mac.doFinal((invitation + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Lower-case hex. */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
