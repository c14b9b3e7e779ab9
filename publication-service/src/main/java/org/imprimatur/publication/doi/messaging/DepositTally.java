package org.imprimatur.publication.doi.messaging;

import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.messaging.operations.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deposits by state. */
@Component
class DepositTally implements Tally {
    private final JdbcClient jdbc;

    DepositTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "deposits";
    }

    @Override
    public Map<String, Long> byState() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select lower(state), count(*) from deposit group by 1").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
