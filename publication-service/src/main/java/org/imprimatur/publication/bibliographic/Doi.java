package org.imprimatur.publication.bibliographic;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A digital object identifier (ISO 26324), in the spelling in which it was assigned. Any legal one is taken, old ones
 * with parentheses included. Two that differ only in the case of ASCII letters are equal (DOI Handbook, "Case
 * sensitivity").
 */
public record Doi(String value) {
    private static final Pattern SYNTAX = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/(.+)", Pattern.DOTALL);
    private static final Pattern AS_LINK = Pattern.compile("(?i)https?://(?:dx\\.)?doi\\.org/(.+)");
    private static final Pattern AS_LABEL = Pattern.compile("(?i)doi:\\s*(.+)");
    private static final int LONGEST = 2048;

    /** Mandatory and recommended encodings of the DOI Handbook, "Encoding rules for URL presentation". */
    private static final String ENCODED = "%\"#? <>{}^[]`|\\+";

    public Doi {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no DOI");
        }
    }

    /** Takes a bare DOI, {@code doi:…} or a link to doi.org; a link's percent-encoding is undone. */
    public static Checked<Doi> parse(String typed) {
        String text = typed == null ? "" : typed.strip();
        var link = AS_LINK.matcher(text);
        var label = AS_LABEL.matcher(text);
        String bare = text;
        if (link.matches()) {
            try {
                bare = URLDecoder.decode(link.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException badlyEncoded) {
                return Checked.invalid("The DOI's link holds a % that is no encoding. Copy the link again.");
            }
        } else if (label.matches()) {
            bare = label.group(1);
        }
        return isLegal(bare)
                ? Checked.valid(new Doi(bare))
                : Checked.invalid("A DOI begins with 10., a number and a slash, for example 10.5555/abc.");
    }

    /** From a text that must be one: for stored values and constants. */
    public static Doi of(String value) {
        return new Doi(value);
    }

    private static boolean isLegal(String text) {
        return text != null
                && text.length() <= LONGEST
                && SYNTAX.matcher(text).matches()
                && text.equals(text.strip())
                && text.codePoints().allMatch(Doi::isGraphic);
    }

    private static boolean isGraphic(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** What stands before the first slash, for example {@code 10.31703}. */
    public String prefix() {
        return value.substring(0, value.indexOf('/'));
    }

    /** What stands after the first slash. */
    public String suffix() {
        return value.substring(value.indexOf('/') + 1);
    }

    /**
     * {@code https://doi.org/…}: how a DOI is shown and linked (Crossref DOI display guidelines). Encoded as the DOI
     * Handbook asks; parentheses stand as they are. In {@code /./} and {@code /../}, which browsers would resolve, the
     * second slash is encoded.
     */
    public URI link() {
        StringBuilder encoded = new StringBuilder("https://doi.org/");
        for (int at = 0; at < value.length(); ) {
            int character = value.codePointAt(at);
            boolean endsDots = character == '/' && (value.startsWith("/.", at - 2) || value.startsWith("/..", at - 3));
            if (character > 126 || ENCODED.indexOf(character) >= 0 || endsDots) {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format("%02X", octet & 0xff));
                }
            } else {
                encoded.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return URI.create(encoded.toString());
    }

    /** The same for all spellings of one DOI: a key for comparison and storage, never shown. */
    public String key() {
        StringBuilder folded = new StringBuilder(value);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doi doi && doi.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
