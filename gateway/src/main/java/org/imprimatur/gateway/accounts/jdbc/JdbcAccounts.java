package org.imprimatur.gateway.accounts.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Address;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private static final String SELECT = """
            SELECT a.id, a.name, m.address, a.affiliation,
                   array(SELECT h.journal || ' ' || h.role FROM held_role h WHERE h.account = a.id) AS grants
            FROM account a JOIN account_address m ON m.account = a.id AND m.main
            """;
    private static final String FOUND = """
            WHERE lower(a.name) LIKE :words
               OR EXISTS (SELECT 1 FROM account_address b WHERE b.account = a.id AND lower(b.address) LIKE :words)
            """;
    private static final long ADMINISTRATION = 7_215_001;
    private static final long MERGING = 7_215_002;

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> byId(String id) {
        return jdbc.sql(SELECT + "WHERE a.id = coalesce((SELECT l.account FROM account_alias l WHERE l.id = :id), :id)")
                .param("id", id)
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public List<Account> byIds(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE a.id IN (:ids) ORDER BY a.id")
                        .param("ids", ids)
                        .query(JdbcAccounts::account)
                        .list();
    }

    @Override
    public Optional<Account> byAddress(String address) {
        return jdbc.sql(SELECT
                        + "WHERE a.id = (SELECT b.account FROM account_address b WHERE lower(b.address) = :address)")
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public List<Account> search(String words, long offset, int limit) {
        return jdbc.sql(SELECT + FOUND + "ORDER BY lower(a.name), a.id LIMIT :limit OFFSET :offset")
                .param("words", pattern(words))
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public long count(String words) {
        return jdbc.sql("SELECT count(*) FROM account a " + FOUND)
                .param("words", pattern(words))
                .query(Long.class)
                .single();
    }

    private static String pattern(String words) {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    @Override
    public Optional<Account> byOrcid(String orcid) {
        return jdbc.sql(SELECT + "WHERE a.orcid = :orcid")
                .param("orcid", orcid)
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public boolean add(Account account, Optional<String> passwordHash, Instant openedAt) {
        int added = jdbc.sql("""
                        INSERT INTO account (id, name, affiliation, password, opened_at)
                        VALUES (:id, :name, :affiliation, :password, :openedAt)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", account.id())
                .param("name", account.name())
                .param("affiliation", account.affiliation().orElse(null))
                .param("password", passwordHash.orElse(null))
                .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return false;
        }
        if (address(account.id(), account.address(), openedAt, true)) {
            return true;
        }
        jdbc.sql("DELETE FROM account WHERE id = :id").param("id", account.id()).update();
        return false;
    }

    private boolean address(String id, String address, Instant confirmedAt, boolean main) {
        return jdbc.sql("""
                                INSERT INTO account_address (address, account, confirmed_at, main)
                                VALUES (:address, :account, :at, :main)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("address", address)
                        .param("account", id)
                        .param("at", confirmedAt.atOffset(ZoneOffset.UTC))
                        .param("main", main)
                        .update()
                == 1;
    }

    @Override
    public List<Address> addresses(String id) {
        return jdbc.sql("SELECT address, main FROM account_address WHERE account = :id"
                        + " ORDER BY main DESC, lower(address)")
                .param("id", id)
                .query((row, number) -> new Address(row.getString("address"), row.getBoolean("main")))
                .list();
    }

    @Override
    public boolean addAddress(String id, String address, Instant confirmedAt) {
        return address(id, address, confirmedAt, false);
    }

    @Override
    public void makeMain(String id, String address) {
        jdbc.sql("UPDATE account_address SET main = false WHERE account = :id AND main")
                .param("id", id)
                .update();
        jdbc.sql("UPDATE account_address SET main = true WHERE account = :id AND address = :address")
                .param("id", id)
                .param("address", address)
                .update();
    }

    @Override
    public boolean removeAddress(String id, String address) {
        return jdbc.sql("DELETE FROM account_address WHERE account = :id AND address = :address AND NOT main")
                        .param("id", id)
                        .param("address", address)
                        .update()
                == 1;
    }

    @Override
    public Optional<String> orcid(String id) {
        return jdbc.sql("SELECT orcid FROM account WHERE id = :id AND orcid IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean linkOrcid(String id, String orcid) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock, hashtext(:orcid))")
                .param("lock", (int) MERGING)
                .param("orcid", orcid)
                .query((row, number) -> "held")
                .single();
        return jdbc.sql("""
                                UPDATE account SET orcid = :orcid
                                WHERE id = :id AND NOT EXISTS (SELECT 1 FROM account WHERE orcid = :orcid)
                                """).param("id", id).param("orcid", orcid).update() == 1;
    }

    @Override
    public void unlinkOrcid(String id) {
        jdbc.sql("UPDATE account SET orcid = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void holdMerging() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", MERGING)
                .query((row, number) -> "held")
                .single();
    }

    @Override
    public List<String> aliases(String id) {
        return jdbc.sql("SELECT id FROM account_alias WHERE account = :id ORDER BY merged_at, id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, String> survivors(Collection<String> ids) {
        Map<String, String> survivors = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, account FROM account_alias WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query((RowCallbackHandler) row -> survivors.put(row.getString("id"), row.getString("account")));
        }
        return survivors;
    }

    @Override
    public void absorb(String from, String into, Instant at) {
        jdbc.sql("UPDATE account_address SET account = :into, main = false WHERE account = :from")
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("UPDATE account_alias SET account = :into WHERE account = :from")
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("INSERT INTO account_alias (id, account, merged_at) VALUES (:from, :into, :at)")
                .param("from", from)
                .param("into", into)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        Left left = jdbc.sql("DELETE FROM account WHERE id = :from RETURNING orcid, password")
                .param("from", from)
                .query((row, number) -> new Left(row.getString("orcid"), row.getString("password")))
                .single();
        jdbc.sql("""
                        UPDATE account SET orcid = coalesce(orcid, :orcid), password = coalesce(password, :password)
                        WHERE id = :into
                        """)
                .param("orcid", left.orcid(), Types.VARCHAR)
                .param("password", left.password(), Types.VARCHAR)
                .param("into", into)
                .update();
    }

    @Override
    public void erase(String id) {
        for (String change : List.of(
                """
                DELETE FROM link_request WHERE lower(address) IN (
                    SELECT lower(b.address) FROM account_address b WHERE b.account = :id)""", """
                DELETE FROM registration WHERE lower(address) IN (
                    SELECT lower(b.address) FROM account_address b WHERE b.account = :id)""", "DELETE FROM account_alias WHERE account = :id", "DELETE FROM account WHERE id = :id")) {
            jdbc.sql(change).param("id", id).update();
        }
    }

    private record Left(String orcid, String password) {}

    @Override
    public void rename(String id, String name, Optional<String> affiliation) {
        jdbc.sql("UPDATE account SET name = :name, affiliation = :affiliation WHERE id = :id")
                .param("id", id)
                .param("name", name)
                .param("affiliation", affiliation.orElse(null))
                .update();
    }

    @Override
    public Optional<String> passwordHash(String id) {
        return jdbc.sql("SELECT password FROM account WHERE id = :id AND password IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    public void changePassword(String id, String hash) {
        jdbc.sql("UPDATE account SET password = :hash WHERE id = :id")
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    @Override
    public boolean grant(String id, Grant grant, String by, Instant at) {
        return jdbc.sql("""
                                INSERT INTO held_role (account, journal, role, granted_by, granted_at)
                                VALUES (:account, :journal, :role, :by, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("account", id)
                        .param("journal", grant.journal())
                        .param("role", grant.role().word())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(String id, Grant grant) {
        return jdbc.sql("DELETE FROM held_role WHERE account = :account AND journal = :journal AND role = :role")
                        .param("account", id)
                        .param("journal", grant.journal())
                        .param("role", grant.role().word())
                        .update()
                == 1;
    }

    @Override
    public List<String> holdAdministrators() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", ADMINISTRATION)
                .query((row, number) -> "held")
                .single();
        return jdbc.sql("SELECT account FROM held_role WHERE journal = '*' ORDER BY account")
                .query(String.class)
                .list();
    }

    @Override
    public boolean hasAdministrator() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM held_role WHERE journal = '*')")
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Set<Grant> grants = Arrays.stream((String[]) row.getArray("grants").getArray())
                .map(held -> held.split(" "))
                .map(held -> new Grant(held[0], Role.of(held[1]).orElseThrow()))
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getString("affiliation")),
                grants);
    }
}
