package org.imprimatur.sandbox.agency;

/** The check digits of the identifiers in a deposit. */
final class CheckDigits {

    private CheckDigits() {}

    /** ISO 3297: weights 8 to 2 and the check digit, modulo 11. */
    static boolean issn(String issn) {
        if (!issn.matches("\\d{4}-\\d{3}[\\dXx]")) return false;
        var digits = issn.replace("-", "");
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += value(digits.charAt(i)) * (8 - i);
        return sum % 11 == 0;
    }

    /** ISO/IEC 7064 MOD 11-2, over the iD with or without its address. */
    static boolean orcid(String orcid) {
        var digits = orcid.substring(orcid.lastIndexOf('/') + 1).replace("-", "");
        if (!digits.matches("\\d{15}[\\dX]")) return false;
        var total = 0;
        for (var i = 0; i < 15; i++) total = (total + value(digits.charAt(i))) * 2;
        return (12 - total % 11) % 11 == value(digits.charAt(15));
    }

    private static int value(char digit) {
        return digit == 'X' || digit == 'x' ? 10 : digit - '0';
    }
}
