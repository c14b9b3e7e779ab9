package org.imprimatur.gateway.passkeys;

import java.time.Instant;
import java.util.Optional;

/**
 * A key pair that a device of somebody's keeps, by which they sign in without a password (WebAuthn Level 3).
 *
 * @param credential its id, in base64url
 * @param name what its holder calls it
 */
public record Passkey(String credential, String account, String name, Instant addedAt, Optional<Instant> usedAt) {}
