package org.imprimatur.web;

/** The tones of the look, and the sign that goes with each, so that no colour says anything alone. */
public final class Tones {
    private Tones() {}

    /** The icon of a lozenge of this tone. */
    public static String sign(String tone) {
        return switch (tone == null ? "" : tone) {
            case "is-you" -> "you";
            case "is-late" -> "alert";
            case "is-wait" -> "clock";
            case "is-done", "is-good" -> "check";
            case "is-draft" -> "pen";
            case "is-bad" -> "cross";
            case "is-hint" -> "info";
            default -> "minus";
        };
    }
}
