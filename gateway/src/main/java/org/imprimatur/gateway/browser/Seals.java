package org.imprimatur.gateway.browser;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What we give a browser to bring back unchanged, sealed by HMAC-SHA-256 (RFC 2104) with {@code imprimatur.link.key}. It
 * can be read there, but not made; what is sealed for one purpose is worthless for another.
 */
@Component
public class Seals {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    private final SecretKeySpec key;

    Seals(@Value("${imprimatur.link.key}") String key) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    }

    /** Letters, digits, hyphens, underscores and one point. */
    public String seal(String purpose, String content) {
        String text = TO_TEXT.encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return text + "." + derive("seal of " + purpose, content);
    }

    /** The content of what we sealed for this purpose. */
    public Optional<String> open(String purpose, String brought) {
        int point = brought == null ? -1 : brought.indexOf('.');
        if (point < 0) {
            return Optional.empty();
        }
        try {
            String content = new String(FROM_TEXT.decode(brought.substring(0, point)), StandardCharsets.UTF_8);
            boolean ours = MessageDigest.isEqual(
                    seal(purpose, content).getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8));
            return ours ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** 43 characters that only we can tell from the content. */
    public String derive(String purpose, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return TO_TEXT.encodeToString(mac.doFinal((purpose + "\n" + content).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
