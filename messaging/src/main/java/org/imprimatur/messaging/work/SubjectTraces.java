package org.imprimatur.messaging.work;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.imprimatur.messaging.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of traces: the outbox begins one for what it says first, and here those are noted that others began. */
public final class SubjectTraces implements Traces {

    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Duration silence;

    /** Only what was committed: most messages are about what was met before, and cost no statement. */
    private final Set<String> met = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    public SubjectTraces(JdbcClient jdbc, Duration silence) {
        this.jdbc = jdbc;
        this.silence = silence;
    }

    /**
     * In the transaction that stores what came. All subjects at once and in the order of their names, so that two
     * instances that meet the same ones can't wait for each other.
     *
     * @param traces by subject
     */
    public void meet(SortedMap<String, String> traces) {
        if (met.containsAll(traces.keySet())) {
            return;
        }
        jdbc.sql("""
                INSERT INTO subject_trace (subject, trace)
                SELECT came.subject, came.trace
                FROM %s, unnest(:subjects::text[], :traces::text[]) AS came (subject, trace)
                ON CONFLICT (subject) DO NOTHING
                """.formatted(Silence.ENDS_THE_TRANSACTION))
                .param("silence", Silence.after(silence))
                .param("subjects", traces.keySet().toArray(String[]::new))
                .param("traces", traces.values().toArray(String[]::new))
                .update();
    }

    /** After that transaction's commit. */
    public void remember(Collection<String> subjects) {
        met.addAll(subjects);
    }

    @Override
    public Optional<String> of(String subject) {
        return jdbc.sql("SELECT trace FROM subject_trace WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }
}
