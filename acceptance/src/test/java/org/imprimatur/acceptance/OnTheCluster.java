package org.imprimatur.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.acceptance.torture.Rehearsal;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One cluster, with the main job played on it, for all tests that ask for it. */
final class OnTheCluster implements ParameterResolver {

    /** Whoever uses it locks it by this name. */
    static final String NAME = "the cluster";

    static final Path EVIDENCE = Path.of("target", "evidence-of-the-cluster");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rehearsal.class;
    }

    @Override
    public Rehearsal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnTheCluster.class))
                .computeIfAbsent(Rehearsal.class, key -> play(), Rehearsal.class);
    }

    private static Rehearsal play() {
        try {
            return Rehearsal.play(
                    Path.of(".."),
                    Path.of("target", "clusters"),
                    Files.createDirectories(EVIDENCE),
                    // as with --manuscript: pages come as they come
                    new DemonstrationManuscripts().robotArticle(2, 1_200));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
