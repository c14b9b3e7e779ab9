package org.imprimatur.gateway.accounts.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Application;
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
    public void keepRegistration(UUID id, Application application, String passwordHash, Instant now) {
        jdbc.sql("DELETE FROM registration WHERE asked_at < :oldest")
                .param("oldest", now.minus(SendingLinks.LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO registration (id, name, address, affiliation, password, asked_at)
                        VALUES (:id, :name, :address, :affiliation, :password, :now)
                        """)
                .param("id", id)
                .param("name", application.name())
                .param("address", application.address())
                .param("affiliation", application.affiliation())
                .param("password", passwordHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Registration> registration(UUID id, Instant oldest) {
        return jdbc.sql("SELECT name, address, affiliation, password FROM registration"
                        + " WHERE id = :id AND asked_at >= :oldest")
                .param("id", id)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Registration(
                        new Application(
                                row.getString("name"), row.getString("address"), row.getString("affiliation"), null),
                        row.getString("password")))
                .optional();
    }

    @Override
    public void keepPasswordLink(UUID id, String account, Instant now) {
        jdbc.sql("INSERT INTO password_link (id, account, asked_at) VALUES (:id, :account, :now)")
                .param("id", id)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<String> accountOf(UUID passwordLink, Instant oldest) {
        return jdbc.sql("SELECT account FROM password_link WHERE id = :id AND asked_at >= :oldest")
                .param("id", passwordLink)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    @Override
    public void dropPasswordLinks(String account) {
        jdbc.sql("DELETE FROM password_link WHERE account = :account")
                .param("account", account)
                .update();
    }
}
