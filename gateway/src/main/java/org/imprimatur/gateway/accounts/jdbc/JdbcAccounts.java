package org.imprimatur.gateway.accounts.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private static final String SELECT = """
            SELECT a.id, a.name, a.address, a.affiliation,
                   array(SELECT h.journal || ' ' || h.role FROM held_role h WHERE h.account = a.id) AS grants
            FROM account a
            """;
    private static final long ADMINISTRATION = 7_215_001;

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> byId(String id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id")
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
        return jdbc.sql(SELECT + "WHERE lower(a.address) = :address")
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public List<Account> search(String words, long offset, int limit) {
        return jdbc.sql(SELECT + "WHERE lower(a.name) LIKE :words OR lower(a.address) LIKE :words"
                        + " ORDER BY lower(a.name), a.id LIMIT :limit OFFSET :offset")
                .param("words", pattern(words))
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public long count(String words) {
        return jdbc.sql("SELECT count(*) FROM account WHERE lower(name) LIKE :words OR lower(address) LIKE :words")
                .param("words", pattern(words))
                .query(Long.class)
                .single();
    }

    private static String pattern(String words) {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    @Override
    public boolean add(Account account, Optional<String> passwordHash, Instant openedAt) {
        return jdbc.sql("""
                                INSERT INTO account (id, name, address, affiliation, password, opened_at)
                                VALUES (:id, :name, :address, :affiliation, :password, :openedAt)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", account.id())
                        .param("name", account.name())
                        .param("address", account.address())
                        .param("affiliation", account.affiliation().orElse(null))
                        .param("password", passwordHash.orElse(null))
                        .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

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
