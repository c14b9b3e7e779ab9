package org.imprimatur.publication.bibliographic;

import java.util.Locale;

/** An international standard serial number with a right check digit (ISO 3297, annex A), written {@code 2521-2982}. */
public record Issn(String value) {
    public Issn {
        if (!value.matches("[0-9]{4}-[0-9]{3}[0-9X]") || checkDigit(value) != value.charAt(8)) {
            throw new IllegalArgumentException("\"" + value + "\" is no ISSN");
        }
    }

    /** Takes it with or without the hyphen, in either case. */
    public static Checked<Issn> parse(String typed) {
        String text = typed == null
                ? ""
                : typed.strip().toUpperCase(Locale.ROOT).replace('‐', '-').replace('–', '-');
        String hyphened = text.matches("[0-9]{7}[0-9X]") ? text.substring(0, 4) + "-" + text.substring(4) : text;
        if (!hyphened.matches("[0-9]{4}-[0-9]{3}[0-9X]")) {
            return Checked.invalid("An ISSN has eight digits, for example 2521-2982.");
        }
        char expected = checkDigit(hyphened);
        return expected == hyphened.charAt(8)
                ? Checked.valid(new Issn(hyphened))
                : Checked.invalid("The ISSN's last digit should be " + expected + ". Is there a slip in it?");
    }

    public static Issn of(String value) {
        return new Issn(value);
    }

    private static char checkDigit(String hyphened) {
        String digits = hyphened.replace("-", "");
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (digits.charAt(i) - '0') * (8 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return value;
    }
}
