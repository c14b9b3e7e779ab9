package org.imprimatur.gateway.accounts;

/**
 * A confirmed address of an account, by any of which its holder signs in.
 *
 * @param main whether mail goes there; true of exactly one of an account's
 */
public record Address(String address, boolean main) {}
