package org.imprimatur.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in where. A session is known by its token, which only the browser has; here lies a hash of it. Times are
 * real. A session ends by signing out, after {@link #IDLE} without a request, and after {@link #LONGEST} in any case.
 */
public interface Sessions {
    Duration IDLE = Duration.ofHours(12);
    Duration LONGEST = Duration.ofDays(14);

    /** Begins a session under a token that is new and can't be guessed. */
    void begin(String token, String account, Instant now);

    /** The account of a session that has not ended. */
    Optional<String> account(String token, Instant now);

    /** Nothing to end is fine. */
    void end(String token);

    /** Ends all sessions of an account, as when its password changes. */
    void endAllOf(String account);
}
