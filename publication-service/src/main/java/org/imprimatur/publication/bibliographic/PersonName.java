package org.imprimatur.publication.bibliographic;

/**
 * A person's name. Who has one name only has it as family name, and "" as given name.
 *
 * @param given given names as the person writes them
 * @param family family name with its particles; never blank
 */
public record PersonName(String given, String family) {
    public PersonName {
        given = given.strip();
        family = family.strip();
        if (family.isEmpty()) {
            throw new IllegalArgumentException("A name has at least a family name");
        }
    }

    /** "Qamar Zaman Khan". */
    public String display() {
        return given.isEmpty() ? family : given + " " + family;
    }

    /** "Khan, Qamar Zaman". */
    public String inverted() {
        return given.isEmpty() ? family : family + ", " + given;
    }

    @Override
    public String toString() {
        return display();
    }
}
