package org.imprimatur.gateway.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody gives for an account. The name has 1 to 200 characters, the address 254 at most (RFC 5321, section
 * 4.5.3.1, and its erratum 1690), a password 10 to 200.
 *
 * @param password null where the person chooses one later, by a link in a mail
 */
public record Application(String name, String address, String affiliation, String password) {
    /** The shortest password. */
    public static final int SHORTEST_PASSWORD = 10;

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
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>(flawsOfPerson(name, affiliation));
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            flaws.add(new Flaw("address", "flaw.address"));
        }
        if (password != null) {
            flaws.addAll(flawsOfPassword("password", password, address));
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

    static List<Flaw> flawsOfPassword(String field, String password, String address) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST) {
            return List.of(new Flaw(field, "flaw.password"));
        }
        return password.equalsIgnoreCase(address) ? List.of(new Flaw(field, "flaw.password-guessed")) : List.of();
    }
}
