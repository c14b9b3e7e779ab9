package org.imprimatur.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.standalone.demo.Performance;
import org.imprimatur.standalone.demo.Templates;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Plays the demonstration once for all tests that ask for it, and ends it when the last of them is over. */
final class OnTheStage implements ParameterResolver {

    static final Path EVIDENCE = Path.of("target", "evidence");

    /** The templates of the pages that people have come by so far. */
    static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Performance.class;
    }

    @Override
    public Performance resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnTheStage.class))
                .computeIfAbsent(Performance.class, key -> play(), Performance.class);
    }

    private static Performance play() {
        System.setProperty("imprimatur.log", Path.of("target", "main-job.log").toString());
        try {
            return Performance.once(
                    Files.createDirectories(Path.of("target", "home")),
                    Files.createDirectories(EVIDENCE),
                    page -> Templates.of(page).ifPresent(SEEN::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
