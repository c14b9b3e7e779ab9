package org.imprimatur.gateway.notices.jdbc;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.Preferences;
import org.imprimatur.gateway.notices.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPreferences implements Preferences {
    private final JdbcClient jdbc;

    JdbcPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<Kind, Delivery>> of(String account) {
        Map<String, Map<Kind, Delivery>> chosen = new HashMap<>();
        jdbc.sql("SELECT journal, kind, delivery FROM notice_choice WHERE account = :account")
                .param("account", account)
                .query(row -> {
                    Map<Kind, Delivery> choice =
                            chosen.computeIfAbsent(row.getString("journal"), journal -> new EnumMap<>(Kind.class));
                    Delivery delivery = Delivery.of(row.getString("delivery")).orElseThrow();
                    // a kind that this release doesn't know any more chooses nothing
                    Kind.of(row.getString("kind")).ifPresent(kind -> choice.put(kind, delivery));
                });
        return chosen;
    }

    @Override
    public void choose(String account, String journal, Map<Kind, Delivery> chosen) {
        jdbc.sql("DELETE FROM notice_choice WHERE account = :account AND journal = :journal")
                .param("account", account)
                .param("journal", journal)
                .update();
        chosen.forEach((kind, delivery) -> jdbc.sql("""
                        INSERT INTO notice_choice (account, journal, kind, delivery)
                        VALUES (:account, :journal, :kind, :delivery)
                        ON CONFLICT (account, journal, kind) DO UPDATE SET delivery = excluded.delivery
                        """)
                .param("account", account)
                .param("journal", journal)
                .param("kind", kind.word())
                .param("delivery", delivery.word())
                .update());
    }

    @Override
    public Optional<Rhythm> rhythm(String account) {
        return jdbc.sql("SELECT zone, hour, day FROM notice_rhythm WHERE account = :account")
                .param("account", account)
                .query((row, number) -> new Rhythm(
                        ZoneId.of(row.getString("zone")), row.getInt("hour"), DayOfWeek.of(row.getInt("day"))))
                .optional();
    }

    @Override
    public void keep(String account, Rhythm rhythm) {
        jdbc.sql("""
                        INSERT INTO notice_rhythm (account, zone, hour, day) VALUES (:account, :zone, :hour, :day)
                        ON CONFLICT (account) DO UPDATE
                        SET zone = excluded.zone, hour = excluded.hour, day = excluded.day
                        """)
                .param("account", account)
                .param("zone", rhythm.zone().getId())
                .param("hour", rhythm.hour())
                .param("day", rhythm.day().getValue())
                .update();
    }

    @Override
    public void goOver(String from, String into) {
        jdbc.sql("""
                        INSERT INTO notice_choice (account, journal, kind, delivery)
                        SELECT :into, journal, kind, delivery FROM notice_choice WHERE account = :from
                        ON CONFLICT DO NOTHING
                        """).param("from", from).param("into", into).update();
        jdbc.sql("""
                        INSERT INTO notice_rhythm (account, zone, hour, day)
                        SELECT :into, zone, hour, day FROM notice_rhythm WHERE account = :from ON CONFLICT DO NOTHING
                        """).param("from", from).param("into", into).update();
    }
}
