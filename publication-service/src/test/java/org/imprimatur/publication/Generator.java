package org.imprimatur.publication;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values for property tests: a thousand of a kind, from a seed that is printed and can be set with -Dseed. */
public final class Generator {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    static {
        System.out.println("Property tests run with -Dseed=" + SEED);
    }

    private Generator() {}

    public static <T> Stream<T> aThousand(Function<Random, T> make) {
        Random random = new Random(SEED);
        return IntStream.range(0, 1000).mapToObj(i -> make.apply(random));
    }
}
