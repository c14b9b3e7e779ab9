package org.imprimatur.publication.bibliographic;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** An ORCID iD with a right check character (ISO/IEC 7064, MOD 11-2), written {@code 0000-0002-1825-0097}. */
public record Orcid(String value) {
    private static final Pattern SYNTAX = Pattern.compile("(?:[0-9]{4}-){3}[0-9]{3}[0-9X]");
    private static final Pattern BEFORE = Pattern.compile("(?i)^https?://(?:www\\.)?orcid\\.org/");

    public Orcid {
        if (!SYNTAX.matcher(value).matches() || checkCharacter(value) != value.charAt(18)) {
            throw new IllegalArgumentException("\"" + value + "\" is no ORCID iD");
        }
    }

    /** Takes the bare iD, with or without hyphens, or its link. */
    public static Checked<Orcid> parse(String typed) {
        String bare = BEFORE.matcher(typed == null ? "" : typed.strip())
                .replaceFirst("")
                .toUpperCase(Locale.ROOT)
                .replace("-", "");
        if (!bare.matches("[0-9]{15}[0-9X]")) {
            return Checked.invalid("An ORCID iD has sixteen digits, for example 0000-0002-1825-0097.");
        }
        String hyphened = bare.replaceAll("(.{4})(?=.)", "$1-");
        return checkCharacter(hyphened) == hyphened.charAt(18)
                ? Checked.valid(new Orcid(hyphened))
                : Checked.invalid("The ORCID iD's check digit doesn't fit. Is there a slip in it?");
    }

    public static Orcid of(String value) {
        return new Orcid(value);
    }

    private static char checkCharacter(String hyphened) {
        String digits = hyphened.replace("-", "");
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** {@code https://orcid.org/…}: how an iD is shown (ORCID display guidelines). */
    public URI link() {
        return URI.create("https://orcid.org/" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
