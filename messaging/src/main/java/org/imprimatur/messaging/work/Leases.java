package org.imprimatur.messaging.work;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the leases alive of what is being worked on outside a transaction: short, so that a dead worker's things are
 * taken up soon, and renewed, so that a slow one's are not.
 */
public final class Leases implements Workers.Job {

    public static final Duration LEASE = Duration.ofSeconds(60);

    /** How often they are renewed. */
    public static final Duration RENEWAL = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final JdbcClient jdbc;
    private final String table;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    /** @param table a table with {@code lease} and {@code leased_until} */
    public Leases(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    public UUID begin() {
        UUID lease = UUID.randomUUID();
        held.add(lease);
        return lease;
    }

    public void end(UUID lease) {
        held.remove(lease);
    }

    @Override
    public boolean step() {
        if (!held.isEmpty()) {
            int renewed = jdbc.sql("UPDATE " + table
                            + " SET leased_until = clock_timestamp() + :lease::interval WHERE lease = ANY(:held)")
                    .param("lease", Times.interval(LEASE))
                    .param("held", held.toArray(UUID[]::new))
                    .update();
            log.debug("{} leases in {} renewed", renewed, table);
        }
        return false;
    }
}
