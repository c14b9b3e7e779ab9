package org.imprimatur.gateway.orcid;

/**
 * What binds one way to ORCID and back to one browser: {@code state} comes back in the address, {@code nonce} in the token
 * (OpenID Connect Core 1.0, section 3.1.2.1), {@code verifier} shows that who asked is who fetches (RFC 7636).
 */
public record Handshake(String state, String nonce, String verifier) {}
