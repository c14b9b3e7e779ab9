package org.imprimatur.gateway.notices.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.imprimatur.gateway.notices.People;
import org.imprimatur.gateway.notices.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {
    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Staff staff(String journal) {
        return new Staff(holding(journal, "managing-editor"), holding(journal, "production-editor"));
    }

    private Set<String> holding(String journal, String role) {
        return new HashSet<>(jdbc.sql("SELECT account FROM held_role WHERE journal = :journal AND role = :role")
                .param("journal", journal)
                .param("role", role)
                .query(String.class)
                .list());
    }

    @Override
    public Map<String, String> now(Collection<String> ids) {
        Map<String, String> now = new HashMap<>();
        jdbc.sql("""
                        SELECT id, id AS account FROM account WHERE id = ANY(:ids)
                        UNION ALL
                        SELECT id, account FROM account_alias WHERE id = ANY(:ids)
                        """).param("ids", ids.toArray(String[]::new)).query(row -> {
            now.put(row.getString("id"), row.getString("account"));
        });
        return now;
    }
}
