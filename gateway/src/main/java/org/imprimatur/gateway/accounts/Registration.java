package org.imprimatur.gateway.accounts;

/** An account that somebody asked for; the application has no password any more, only its hash is left. */
public record Registration(Application application, String passwordHash) {}
