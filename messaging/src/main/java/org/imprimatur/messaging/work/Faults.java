package org.imprimatur.messaging.work;

/** How a fault is written down for a person. */
public final class Faults {

    private static final int LONGEST = 2000;

    private Faults() {}

    /** What happened and what made it happen, in one line. */
    public static String describe(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = fault; t != null && text.length() < LONGEST; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : "; because: ").append(t.getClass().getSimpleName());
            if (t.getMessage() != null) {
                text.append(": ").append(t.getMessage());
            }
        }
        return shorten(text.toString());
    }

    /** Fit for a text column: PostgreSQL takes no NUL. */
    public static String shorten(String text) {
        String clean = text.replace("\0", "").replaceAll("\\s+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
