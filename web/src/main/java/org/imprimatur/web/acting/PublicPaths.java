package org.imprimatur.web.acting;

import java.util.List;

/**
 * The paths of a service that anybody may read without signing in, as patterns like {@code /articles/**}. Each service
 * declares one bean; what is not listed needs a person. {@code /web/**}, errors and {@code /actuator/health} are always
 * public.
 */
public record PublicPaths(List<String> patterns) {
    public PublicPaths {
        patterns = List.copyOf(patterns);
    }

    public PublicPaths(String... patterns) {
        this(List.of(patterns));
    }
}
