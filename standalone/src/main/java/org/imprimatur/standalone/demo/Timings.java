package org.imprimatur.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part took, in milliseconds of real time. */
final class Timings {

    private final Map<String, Long> parts = new LinkedHashMap<>();
    private long last;

    Timings(long begun) {
        this.last = begun;
    }

    /** What went on since the last mark was this. */
    void mark(String part) {
        long now = System.nanoTime();
        parts.merge(part, (now - last) / 1_000_000, Long::sum);
        last = now;
    }

    Map<String, Long> parts() {
        return parts;
    }
}
