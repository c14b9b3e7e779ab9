package org.imprimatur.publication.doi;

import java.net.URI;
import java.util.Optional;

/** Looks whether a DOI would lead somewhere: a DOI is live as soon as it is registered. */
public interface LandingPages {

    /** Why the page doesn't answer; empty when it does. */
    Optional<String> problem(URI page);
}
