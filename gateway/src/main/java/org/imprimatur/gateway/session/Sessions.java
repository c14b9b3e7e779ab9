package org.imprimatur.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in where. A session is known by its token, which only the browser has; here lies a hash of it. Times are
 * real. A session ends by signing out, after {@link #IDLE} without a request, and after {@link #LONGEST} in any case.
 */
public interface Sessions {
    Duration IDLE = Duration.ofHours(12);
    Duration LONGEST = Duration.ofDays(14);

    /**
     * Begins a session under a token that is new and can't be guessed.
     *
     * @param browser what the browser says of itself
     */
    void begin(String token, String account, String browser, Instant now);

    /** The account of a session that has not ended. */
    Optional<String> account(String token, Instant now);

    /** Those of an account that have not ended, the last used first; seen from the one with this token. */
    List<Session> of(String account, String token, Instant now);

    /** Nothing to end is fine. */
    void end(String token);

    /** Ends a session of this account; false when there is none of that id, as when it is somebody else's. */
    boolean end(String account, UUID id);

    /** Ends all sessions of an account, as when its password changes. */
    void endAllOf(String account);

    /** Ends all sessions of an account but the one with this token. */
    void endOthers(String account, String token);
}
