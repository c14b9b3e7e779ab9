package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the links in our mails stand for. */
public interface Links {
    void keepRegistration(UUID id, Application application, String passwordHash, Instant now);

    /** Empty when there is none or it is older. */
    Optional<Registration> registration(UUID id, Instant oldest);

    void keepPasswordLink(UUID id, String account, Instant now);

    /** Empty when there is none, it was used or it is older. */
    Optional<String> accountOf(UUID passwordLink, Instant oldest);

    void dropPasswordLinks(String account);
}
