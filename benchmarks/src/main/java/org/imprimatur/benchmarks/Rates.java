package org.imprimatur.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many there were a second, round by round.
 *
 * @param perSecond a figure for each round, at least one
 */
public record Rates(List<Double> perSecond) {

    /** The same from an array that was filled round by round. */
    public static Rates of(double... perSecond) {
        return new Rates(Arrays.stream(perSecond).boxed().toList());
    }

    /** The middle one, the lower of two. */
    public double median() {
        return perSecond.stream()
                .sorted()
                .skip((perSecond.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "%s, median %.0f"
                .formatted(
                        perSecond.stream().map("%.0f"::formatted).collect(Collectors.joining(", ", "[", "]")),
                        median());
    }
}
