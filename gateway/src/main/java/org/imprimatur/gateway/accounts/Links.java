package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/** What the links in our mails stand for. */
public interface Links {
    void keepRegistration(UUID id, Registration registration, Instant now);

    /** Empty when there is none or it is older. */
    Optional<Registration> registration(UUID id, Instant oldest);

    void keep(LinkRequest request, Instant now);

    /** Empty when there is none for this purpose, it was used or it is older. */
    Optional<LinkRequest> request(UUID id, Purpose purpose, Instant oldest);

    /** The link is used; false when it was already. Whoever uses it at the same moment waits. */
    boolean use(UUID id);

    /** No link for a new password that went to one of these addresses is good any more. */
    void dropPasswordLinks(Collection<String> addresses);
}
