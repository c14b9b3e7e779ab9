package org.imprimatur.messaging.work;

import java.time.Duration;

/**
 * What becomes of a transaction whose worker has fallen silent: the process is frozen, or its machine can't be reached
 * and PostgreSQL would notice that only after hours. The server breaks the transaction off, so its locks are free and
 * another instance takes over; the worker, should it wake, finds nothing of its transaction left.
 */
public final class Silence {

    /** In SQL, to be evaluated once in a transaction, for which it holds; {@code :silence} is {@link #after}. */
    public static final String ENDS_THE_TRANSACTION =
            "set_config('idle_in_transaction_session_timeout', :silence, true)";

    /** The same for a transaction that may have one already, which stays. */
    static final String UNLESS_THERE_IS_ONE = """
            set_config('idle_in_transaction_session_timeout',
                CASE current_setting('idle_in_transaction_session_timeout') WHEN '0' THEN :silence
                ELSE current_setting('idle_in_transaction_session_timeout') END, true)
            """;

    private Silence() {}

    /** In PostgreSQL's words for a setting. */
    public static String after(Duration silence) {
        return silence.toMillis() + "ms";
    }
}
