package org.imprimatur.messaging.documents;

import java.util.Set;

/** Says which documents the service's tables name. The service gives it as a bean; without one nothing is swept. */
public interface DocumentReferences {

    Set<String> referencedAmong(Set<String> sha256s);
}
