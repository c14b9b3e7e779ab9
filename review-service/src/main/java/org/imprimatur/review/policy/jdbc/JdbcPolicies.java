package org.imprimatur.review.policy.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPolicies implements Policies {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcPolicies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Versioned current(String journal) {
        return jdbc.sql("select version, settings from policy where journal = ? order by version desc limit 1")
                .param(journal)
                .query((row, n) -> new Versioned(row.getInt(1), policy(row.getString(2))))
                .optional()
                .orElse(new Versioned(0, Policy.DEFAULT));
    }

    @Override
    public Versioned version(String journal, int version) {
        return version == 0
                ? new Versioned(0, Policy.DEFAULT)
                : jdbc.sql("select version, settings from policy where journal = ? and version = ?")
                        .params(journal, version)
                        .query((row, n) -> new Versioned(row.getInt(1), policy(row.getString(2))))
                        .single();
    }

    @Override
    public boolean add(String journal, Versioned policy, String by, Instant at) {
        return jdbc.sql("""
                insert into policy (journal, version, settings, changed_by, changed_at) values (?, ?, ?::jsonb, ?, ?)
                on conflict do nothing""")
                        .params(
                                journal,
                                policy.version(),
                                json.writeValueAsString(policy.policy().settings()),
                                by,
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Policy policy(String settings) {
        Map<String, String> kept = json.readValue(settings, SETTINGS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
        if (Policy.read(kept) instanceof Policy.Good good) {
            return good.policy();
        }
        throw new IllegalStateException("a policy in the table isn't one any more: " + settings);
    }
}
