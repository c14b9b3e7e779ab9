package org.imprimatur.benchmarks;

import java.util.Arrays;

/**
 * How measured times are spread.
 *
 * @param p50 the median, in nanoseconds
 * @param p99 what 99 of 100 did not exceed (nearest rank), in nanoseconds
 * @param max the longest, in nanoseconds
 */
public record Spread(long p50, long p99, long max) {

    /** @throws IllegalArgumentException where nothing was measured */
    public static Spread of(long... nanoseconds) {
        if (nanoseconds.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return new Spread(rank(sorted, 50), rank(sorted, 99), sorted[sorted.length - 1]);
    }

    private static long rank(long[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    @Override
    public String toString() {
        return "p50 %.2f ms, p99 %.2f ms, max %.2f ms".formatted(p50 / 1e6, p99 / 1e6, max / 1e6);
    }
}
