package org.imprimatur.gateway.kept.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.imprimatur.gateway.kept.KeptForm;
import org.imprimatur.gateway.kept.KeptForms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Forms sealed by AES-256-GCM (NIST SP 800-38D) under a key made of {@code imprimatur.link.key} and the browser's; the
 * row is found by a hash of the latter.
 */
@Repository
class JdbcKeptForms implements KeptForms {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final byte[] ours;
    private final SecureRandom random = new SecureRandom();

    JdbcKeptForms(JdbcClient jdbc, @Value("${imprimatur.link.key}") String key) {
        this.jdbc = jdbc;
        this.ours = Base64.getDecoder().decode(key);
    }

    @Override
    public void keep(String key, String account, KeptForm form) {
        jdbc.sql("""
                        INSERT INTO kept_form (key_hash, account, path, page, fields, kept_at)
                        VALUES (:hash, :account, :path, :page, :fields, :now)
                        """)
                .param("hash", hash(key))
                .param("account", account)
                .param("path", form.path())
                .param("page", form.page().orElse(null))
                .param("fields", seal(key, form.fields()))
                .param("now", utc(form.keptAt()))
                .update();
    }

    @Override
    public Optional<KeptForm> find(String key, String account, Instant since) {
        return jdbc.sql("""
                        SELECT * FROM kept_form WHERE key_hash = :hash AND account = :account AND kept_at >= :since
                        """)
                .param("hash", hash(key))
                .param("account", account)
                .param("since", utc(since))
                .query((row, number) -> new KeptForm(
                        row.getString("path"),
                        Optional.ofNullable(row.getString("page")),
                        open(key, row.getBytes("fields")),
                        row.getTimestamp("kept_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("sent_at")).map(at -> at.toInstant())))
                .optional();
    }

    @Override
    public boolean take(String key, String account, Instant now) {
        return jdbc.sql("""
                                UPDATE kept_form SET sent_at = :now
                                WHERE key_hash = :hash AND account = :account AND sent_at IS NULL
                                """)
                        .param("now", utc(now))
                        .param("hash", hash(key))
                        .param("account", account)
                        .update()
                == 1;
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("DELETE FROM kept_form WHERE kept_at < :before")
                .param("before", utc(before))
                .update();
    }

    private byte[] seal(String key, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    private String open(String key, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String key, byte[] nonce, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ours, "HmacSHA256"));
            byte[] secret = mac.doFinal(("kept form\n" + key).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
