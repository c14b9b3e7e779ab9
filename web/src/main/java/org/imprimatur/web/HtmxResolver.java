package org.imprimatur.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds our own files, and htmx with its extension in their webjars, whatever versions these have. */
final class HtmxResolver extends PathResourceResolver {
    private final Map<String, Resource> htmx =
            Map.of("htmx.js", inWebjar("htmx.org/*/dist/htmx.min.js"), "sse.js", inWebjar("htmx-ext-sse/*/sse.js"));

    private static Resource inWebjar(String file) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/" + file);
            if (found.length != 1) {
                throw new IllegalStateException(found.length + " copies of " + file + " on the class path");
            }
            return found[0];
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
        Resource known = htmx.get(path);
        return known == null ? super.getResource(path, location) : known;
    }
}
