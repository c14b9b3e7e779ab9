package org.imprimatur.gateway.language.jdbc;

import java.util.Locale;
import java.util.Optional;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPreferredLanguages implements PreferredLanguages {
    private final JdbcClient jdbc;

    JdbcPreferredLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Locale> of(String account) {
        return jdbc.sql("SELECT language FROM account WHERE id = :id AND language IS NOT NULL")
                .param("id", account)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    @Override
    public void keep(String account, Locale language) {
        jdbc.sql("UPDATE account SET language = :language WHERE id = :id")
                .param("language", language.getLanguage())
                .param("id", account)
                .update();
    }
}
