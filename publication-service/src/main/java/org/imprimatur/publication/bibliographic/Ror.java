package org.imprimatur.publication.bibliographic;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Research Organization Registry identifier: a 0, six characters of Crockford's base 32 and two check digits
 * (ISO/IEC 7064, MOD 97-10), written bare: {@code 03yrm5c26}.
 */
public record Ror(String value) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern SYNTAX = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}");
    private static final Pattern BEFORE = Pattern.compile("(?i)^(?:https?://)?ror\\.org/");

    public Ror {
        if (!SYNTAX.matcher(value).matches() || !checks(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no ROR identifier");
        }
    }

    /** Takes the bare identifier or its link. */
    public static Checked<Ror> parse(String typed) {
        String bare = BEFORE.matcher(typed == null ? "" : typed.strip())
                .replaceFirst("")
                .toLowerCase(Locale.ROOT);
        if (!SYNTAX.matcher(bare).matches()) {
            return Checked.invalid("A ROR identifier has nine characters, for example https://ror.org/03yrm5c26.");
        }
        return checks(bare)
                ? Checked.valid(new Ror(bare))
                : Checked.invalid("The ROR identifier's check digits don't fit. Is there a slip in it?");
    }

    public static Ror of(String value) {
        return new Ror(value);
    }

    private static boolean checks(String bare) {
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number * 32 + ALPHABET.indexOf(bare.charAt(i));
        }
        return (number * 100 + Integer.parseInt(bare.substring(7))) % 97 == 1;
    }

    public URI link() {
        return URI.create("https://ror.org/" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
