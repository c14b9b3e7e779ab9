package org.imprimatur.publication.article;

import java.net.URI;

/** Under what terms an article may be used, for example "CC BY 4.0" and its deed's address. */
public record Licence(String name, URI uri) {
    public Licence {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A licence has a name");
        }
    }
}
