package org.imprimatur.web.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How a context learns which person sends a request. The default reads the gateway's assertion; the gateway itself
 * brings its own, which reads the session. Whatever can't be verified is nobody.
 */
@FunctionalInterface
public interface Recognising {
    Optional<SignedIn> person(HttpServletRequest request);
}
