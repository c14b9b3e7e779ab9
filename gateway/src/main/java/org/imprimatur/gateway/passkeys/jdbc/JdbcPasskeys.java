package org.imprimatur.gateway.passkeys.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.imprimatur.gateway.accounts.Belongings;
import org.imprimatur.gateway.passkeys.Credential;
import org.imprimatur.gateway.passkeys.KeepingPasskeys;
import org.imprimatur.gateway.passkeys.Passkey;
import org.imprimatur.gateway.passkeys.Passkeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasskeys implements Passkeys, Belongings {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;

    JdbcPasskeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Passkey> of(String account) {
        return jdbc.sql("SELECT credential, name, added_at, used_at FROM passkey WHERE account = :account"
                        + " ORDER BY added_at, credential")
                .param("account", account)
                .query((row, number) -> new Passkey(
                        TO_TEXT.encodeToString(row.getBytes("credential")),
                        account,
                        row.getString("name"),
                        row.getTimestamp("added_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant)))
                .list();
    }

    @Override
    public boolean add(String account, String name, Credential credential, Instant now) {
        return jdbc.sql("""
                                INSERT INTO passkey (credential, account, name, attested, counter, added_at)
                                VALUES (:credential, :account, :name, :attested, :counter, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("credential", bytes(credential.id()))
                        .param("account", account)
                        .param("name", name)
                        .param("attested", credential.attested())
                        .param("counter", credential.counter())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<Credential> credential(String id) {
        return jdbc.sql("SELECT attested, counter FROM passkey WHERE credential = :credential FOR UPDATE")
                .param("credential", bytes(id))
                .query((row, number) -> new Credential(id, row.getBytes("attested"), row.getLong("counter")))
                .optional();
    }

    @Override
    public Optional<String> accountOf(String credential) {
        return jdbc.sql("SELECT account FROM passkey WHERE credential = :credential")
                .param("credential", bytes(credential))
                .query(String.class)
                .optional();
    }

    @Override
    public void used(String credential, long counter, Instant now) {
        jdbc.sql("UPDATE passkey SET counter = :counter, used_at = :now WHERE credential = :credential")
                .param("credential", bytes(credential))
                .param("counter", counter)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean rename(String account, String credential, String name) {
        return jdbc.sql("UPDATE passkey SET name = :name WHERE account = :account AND credential = :credential")
                        .param("account", account)
                        .param("credential", bytes(credential))
                        .param("name", name)
                        .update()
                == 1;
    }

    @Override
    public boolean remove(String account, String credential) {
        return jdbc.sql("DELETE FROM passkey WHERE account = :account AND credential = :credential")
                        .param("account", account)
                        .param("credential", bytes(credential))
                        .update()
                == 1;
    }

    @Override
    public boolean spend(String challenge, Instant now) {
        jdbc.sql("DELETE FROM spent_challenge WHERE spent_at < :old")
                .param("old", now.minus(KeepingPasskeys.GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("INSERT INTO spent_challenge (challenge, spent_at) VALUES (:challenge, :now)"
                                + " ON CONFLICT DO NOTHING")
                        .param("challenge", challenge.getBytes(StandardCharsets.UTF_8))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void goOver(String from, String into) {
        jdbc.sql("UPDATE passkey SET account = :into WHERE account = :from")
                .param("from", from)
                .param("into", into)
                .update();
    }

    // an id that a browser sends need not be base64: such a one is nobody's
    private static byte[] bytes(String id) {
        try {
            return Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    /** They are the account's own and go with it. */
    @Override
    public void forget(String account) {
        jdbc.sql("DELETE FROM passkey WHERE account = :account")
                .param("account", account)
                .update();
    }
}
