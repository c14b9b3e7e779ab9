package org.imprimatur.web;

/**
 * One step of a way, for the fragment {@code steps}.
 *
 * @param tone {@code is-done}, {@code is-now}, or null for what is still to come
 * @param note a few words below it, or null
 * @param href where it leads, or null
 */
public record Step(String label, String note, String tone, String href) {
    public static Step done(String label, String note) {
        return new Step(label, note, "is-done", null);
    }

    public static Step now(String label, String note) {
        return new Step(label, note, "is-now", null);
    }

    public static Step later(String label, String note) {
        return new Step(label, note, null, null);
    }
}
