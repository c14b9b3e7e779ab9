package org.imprimatur.gateway.accounts.links;

import org.imprimatur.gateway.accounts.Application;

/** An account that somebody asked for; the application has no password any more, only its hash is left. */
public record Registration(Application application, String passwordHash) {}
