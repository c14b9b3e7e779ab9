package org.imprimatur.gateway.passkeys;

/**
 * What is kept to check signatures by.
 *
 * @param id in base64url
 * @param attested attested credential data (WebAuthn Level 3, section 6.5.1)
 * @param counter of signatures; stays 0 where the device doesn't count
 */
public record Credential(String id, byte[] attested, long counter) {}
