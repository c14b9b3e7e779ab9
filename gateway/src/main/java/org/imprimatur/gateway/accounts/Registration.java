package org.imprimatur.gateway.accounts;

import java.util.Optional;

/**
 * An account that somebody asked for; the application has no password any more, only its hash is left.
 *
 * @param orcid the ORCID iD they showed to be theirs, without its address part
 */
public record Registration(Application application, Optional<String> passwordHash, Optional<String> orcid) {}
