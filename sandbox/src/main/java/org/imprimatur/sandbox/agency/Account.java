package org.imprimatur.sandbox.agency;

import java.util.Set;

/**
 * Who may deposit.
 *
 * @param login a role, or {@code address/role}; case counts
 * @param password case counts; never shown, never stored
 * @param prefixes the DOI prefixes this account may register under, such as {@code 10.5555}
 */
public record Account(String login, String password, Set<String> prefixes) {

    public Account {
        prefixes = Set.copyOf(prefixes);
    }

    @Override
    public String toString() {
        return "Account[" + login + ", " + prefixes + "]";
    }
}
