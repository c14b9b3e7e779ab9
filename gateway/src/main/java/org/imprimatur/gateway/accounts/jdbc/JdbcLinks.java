package org.imprimatur.gateway.accounts.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Application;
import org.imprimatur.gateway.accounts.LinkRequest;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.gateway.accounts.Links;
import org.imprimatur.gateway.accounts.Registration;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinks implements Links {
    private final JdbcClient jdbc;

    JdbcLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keepRegistration(UUID id, Registration registration, Instant now) {
        jdbc.sql("DELETE FROM registration WHERE asked_at < :oldest")
                .param("oldest", now.minus(SendingLinks.LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO registration (id, name, address, affiliation, password, orcid, asked_at)
                        VALUES (:id, :name, :address, :affiliation, :password, :orcid, :now)
                        """)
                .param("id", id)
                .param("name", registration.application().name())
                .param("address", registration.application().address())
                .param("affiliation", registration.application().affiliation())
                .param("password", registration.passwordHash().orElse(null))
                .param("orcid", registration.orcid().orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Registration> registration(UUID id, Instant oldest) {
        return jdbc.sql("SELECT name, address, affiliation, password, orcid FROM registration"
                        + " WHERE id = :id AND asked_at >= :oldest")
                .param("id", id)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Registration(
                        new Application(
                                row.getString("name"), row.getString("address"), row.getString("affiliation"), null),
                        Optional.ofNullable(row.getString("password")),
                        Optional.ofNullable(row.getString("orcid"))))
                .optional();
    }

    @Override
    public void keep(LinkRequest request, Instant now) {
        jdbc.sql("DELETE FROM link_request WHERE asked_at < :oldest")
                .param("oldest", now.minus(SendingLinks.LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO link_request (id, purpose, address, account, asked_at)
                        VALUES (:id, :purpose, :address, :account, :now)
                        """)
                .param("id", request.id())
                .param("purpose", word(request.purpose()))
                .param("address", request.address())
                .param("account", request.account().orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<LinkRequest> request(UUID id, Purpose purpose, Instant oldest) {
        return jdbc.sql("SELECT address, account FROM link_request"
                        + " WHERE id = :id AND purpose = :purpose AND asked_at >= :oldest")
                .param("id", id)
                .param("purpose", word(purpose))
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new LinkRequest(
                        id, purpose, row.getString("address"), Optional.ofNullable(row.getString("account"))))
                .optional();
    }

    @Override
    public boolean use(UUID id) {
        return jdbc.sql("DELETE FROM link_request WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void dropPasswordLinks(Collection<String> addresses) {
        jdbc.sql("DELETE FROM link_request WHERE purpose = 'password' AND lower(address) IN (:addresses)")
                .param(
                        "addresses",
                        addresses.stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .toList())
                .update();
    }

    private static String word(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
