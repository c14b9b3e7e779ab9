package org.imprimatur.gateway.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody gives for an account. The name has 1 to 200 characters, the address 254 at most (RFC 5321, section
 * 4.5.3.1, and its erratum 1690).
 *
 * @param password null where the person chooses one later, or signs in another way
 */
public record Application(String name, String address, String affiliation, String password) {
    private static final int LONGEST = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@<>\",;:()]+@[^\\s\\p{Cntrl}@<>\",;:()]+\\.[^\\s\\p{Cntrl}@<>\",;:()]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Application {
        name = tidy(name);
        address = tidy(address);
        affiliation = tidy(affiliation);
    }

    private static String tidy(String typed) {
        return typed == null ? "" : typed.strip();
    }

    Optional<String> institution() {
        return affiliation.isEmpty() ? Optional.empty() : Optional.of(affiliation);
    }

    /** Everything that keeps it from being an account; empty when nothing does. */
    public List<Flaw> flaws(PasswordRules rules) {
        List<Flaw> flaws = new ArrayList<>(flawsOfPerson(name, affiliation));
        flaws.addAll(flawsOfAddress(address));
        if (password != null) {
            flaws.addAll(rules.flaws("password", password, List.of(name, address, affiliation)));
        }
        return flaws;
    }

    static List<Flaw> flawsOfPerson(String name, String affiliation) {
        List<Flaw> flaws = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST || CONTROL.matcher(name).find()) {
            flaws.add(new Flaw("name", "flaw.name"));
        }
        if (affiliation.length() > LONGEST || CONTROL.matcher(affiliation).find()) {
            flaws.add(new Flaw("affiliation", "flaw.affiliation"));
        }
        return flaws;
    }

    static List<Flaw> flawsOfAddress(String address) {
        return address.length() > 254 || !ADDRESS.matcher(address).matches()
                ? List.of(new Flaw("address", "flaw.address"))
                : List.of();
    }
}
