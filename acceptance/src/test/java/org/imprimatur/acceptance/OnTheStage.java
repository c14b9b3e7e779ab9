package org.imprimatur.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.demo.Performance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Plays the demonstration once for all tests that ask for it, and ends it when the last of them is over. */
final class OnTheStage implements ParameterResolver {

    static final Path EVIDENCE = Path.of("target", "evidence");

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
                    Onlooker.NOBODY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
