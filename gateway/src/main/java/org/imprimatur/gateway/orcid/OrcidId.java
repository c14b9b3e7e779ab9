package org.imprimatur.gateway.orcid;

import java.util.regex.Pattern;

/** An ORCID iD without its address part, such as {@code 0000-0002-1825-0097}; its check digit (ISO 7064, MOD 11-2) fits. */
public record OrcidId(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

    /** @throws IllegalArgumentException when it is none */
    public OrcidId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an ORCID iD: " + value);
        }
    }

    public static boolean isOne(String value) {
        if (!FORM.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace("-", "");
        int sum = 0;
        for (char digit : digits.substring(0, digits.length() - 1).toCharArray()) {
            sum = (sum + digit - '0') * 2;
        }
        int check = (12 - sum % 11) % 11;
        return digits.charAt(digits.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    @Override
    public String toString() {
        return value;
    }
}
