package org.imprimatur.gateway.orcid;

import java.net.URI;
import java.util.Optional;

/** ORCID as a provider of OpenID Connect, or what stands in for it. */
public interface Orcid {
    /** Where the person goes to show their iD; empty while ORCID is away. */
    Optional<URI> authorization(Handshake handshake);

    /** What a code that came back is worth. Each is good once. */
    Answer identify(String code, Handshake handshake);

    sealed interface Answer {}

    /** The iD is this person's. */
    record Identified(OrcidId id, String name) implements Answer {}

    /** The code or its token is not what we asked for; why is for the log. */
    record NotIdentified(String reason) implements Answer {}

    /** ORCID doesn't answer. */
    record Away(String reason) implements Answer {}
}
