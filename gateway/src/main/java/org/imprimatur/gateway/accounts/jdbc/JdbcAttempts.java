package org.imprimatur.gateway.accounts.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.SigningIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps a hash of the address: what people type there by mistake may be their password. */
@Repository
class JdbcAttempts implements Attempts {
    private static final String COUNT = "SELECT count(*) FROM sign_in_failure WHERE at > :since AND ";

    private final JdbcClient jdbc;

    JdbcAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int at(String address, String client, Instant since) {
        return jdbc.sql(COUNT + "address_hash = :address AND client = :client")
                .param("address", hash(address))
                .param("client", client)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int at(String address, Instant since) {
        return jdbc.sql(COUNT + "address_hash = :address")
                .param("address", hash(address))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int from(String client, Instant since) {
        return jdbc.sql(COUNT + "client = :client")
                .param("client", client)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public void failed(String address, String client, Instant at) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE at < :before")
                .param("before", at.minus(SigningIn.WINDOW).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO sign_in_failure (address_hash, client, at) VALUES (:address, :client, :at)")
                .param("address", hash(address))
                .param("client", client)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void succeeded(String address, String client) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE address_hash = :address AND client = :client")
                .param("address", hash(address))
                .param("client", client)
                .update();
    }

    private static byte[] hash(String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
