package org.imprimatur.gateway.accounts;

import java.util.Collection;
import java.util.List;

/**
 * What a password must be, by NIST SP 800-63B-4, section 3.1.1.2: 15 characters or more, as it stands alone; none that
 * others would try; nothing about which characters. Lengths are counted in code points.
 */
public final class PasswordRules {
    /** The shortest password. */
    public static final int SHORTEST = 15;

    private static final int LONGEST = 200;

    private final KnownPasswords known;

    public PasswordRules(KnownPasswords known) {
        this.known = known;
    }

    /** What is wrong with it, named after the field it was typed into; empty when nothing is. */
    public List<Flaw> flaws(String field, String password, Collection<String> expected) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return List.of(new Flaw(field, "flaw.password"));
        }
        return known.know(password, expected) ? List.of(new Flaw(field, "flaw.password-known")) : List.of();
    }
}
