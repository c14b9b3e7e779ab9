package org.imprimatur.service.operations;

import java.util.regex.Pattern;

/** Makes an answer of another server, or a fault of ours, fit for a message: no addresses, no rows of tables. */
final class Discreet {

    // RFC 5321, section 4.1.2, taken widely: whatever has an @ within it
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>\"'()\\[\\],;:=]+@[^\\s<>\"'(),;:=]+>?");

    // PostgreSQL puts the row's values or the key's there
    private static final Pattern ROW = Pattern.compile("\\s*(?i:Detail):.*");

    private static final int LONGEST = 500;

    private Discreet() {}

    /** Null for null and for what leaves nothing. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        String clean = ADDRESS.matcher(ROW.matcher(text.replaceAll("\\s+", " ")).replaceAll(""))
                .replaceAll("<…>")
                .strip();
        return clean.isEmpty() ? null : clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
