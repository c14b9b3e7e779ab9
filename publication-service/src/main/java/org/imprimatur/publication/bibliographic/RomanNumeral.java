package org.imprimatur.publication.bibliographic;

/** A whole number from 1 to 3999 that is written in Roman capitals. */
public record RomanNumeral(int value) {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    public RomanNumeral {
        if (value < 1 || value > 3999) {
            throw new IllegalArgumentException("Roman numerals go from 1 to 3999, not to " + value);
        }
    }

    /** Takes the regular form only: "IIII" is refused. */
    public static Checked<RomanNumeral> parse(String typed) {
        String text = typed == null ? "" : typed.strip();
        int value = 0;
        int at = 0;
        for (int i = 0; i < VALUES.length; i++) {
            while (text.startsWith(SIGNS[i], at)) {
                value += VALUES[i];
                at += SIGNS[i].length();
            }
        }
        boolean regular = value >= 1
                && value <= 3999
                && new RomanNumeral(value).toString().equals(text);
        return regular
                ? Checked.valid(new RomanNumeral(value))
                : Checked.invalid("A Roman numeral is written like IX, in capitals.");
    }

    @Override
    public String toString() {
        StringBuilder written = new StringBuilder();
        int rest = value;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                written.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return written.toString();
    }
}
