package org.imprimatur.gateway.accounts;

import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/**
 * Somebody asked for a link to be sent to an address, whoever has it.
 *
 * @param account who asked; empty for a forgotten password, where nobody is signed in
 */
public record LinkRequest(UUID id, Purpose purpose, String address, Optional<String> account) {}
