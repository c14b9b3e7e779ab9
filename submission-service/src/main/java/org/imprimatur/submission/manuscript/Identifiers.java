package org.imprimatur.submission.manuscript;

import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers whose last characters check the others: a slip of the hand is noticed before anybody is asked. */
public final class Identifiers {

    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    private static final Pattern LINK = Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?orcid\\.org/");
    private static final Pattern ROR = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}\\d{2}");
    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private Identifiers() {}

    /** A bare ORCID iD with its check character (ISO/IEC 7064:2003, MOD 11-2). */
    public static boolean orcid(String iD) {
        if (!ORCID.matcher(iD).matches()) {
            return false;
        }
        String digits = iD.replace("-", "");
        int total = 0;
        for (char digit : digits.substring(0, 15).toCharArray()) {
            total = (total + Character.digit(digit, 10)) * 2 % 11;
        }
        int check = (12 - total) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : Character.forDigit(check, 10));
    }

    /** What was typed as a bare iD where it is its link or lacks the hyphens; anything else as it is. */
    public static String bareOrcid(String typed) {
        String bare = LINK.matcher(typed.strip()).replaceFirst("").replaceAll("[\\s-]", "");
        return bare.matches("\\d{15}[\\dXx]")
                ? String.join("-", bare.toUpperCase(Locale.ROOT).split("(?<=\\G.{4})"))
                : typed;
    }

    /** A bare ROR id with its check digits (ISO/IEC 7064:2003, MOD 97-10, over Crockford's base 32). */
    public static boolean ror(String id) {
        if (!ROR.matcher(id).matches()) {
            return false;
        }
        long number = 0;
        for (char letter : id.substring(0, 7).toCharArray()) {
            number = number * 32 + BASE_32.indexOf(letter);
        }
        return (number * 100 + Integer.parseInt(id.substring(7))) % 97 == 1;
    }
}
