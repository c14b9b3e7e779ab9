package org.imprimatur.gateway.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is signed in.
 *
 * @param id by which its owner ends it; it opens nothing
 * @param browser what the browser said of itself, unchecked
 * @param here whether it is the one the asking comes from
 */
public record Session(UUID id, String browser, Instant begunAt, Instant seenAt, boolean here) {}
