package org.imprimatur.gateway.accounts;

import java.util.Set;

/** On whose behalf a use case runs. */
public sealed interface Actor {
    /** The id that stands beside a fact as who caused it. */
    String id();

    /** Whether accounts may be seen, and opened for others. */
    default boolean seesAccounts() {
        return false;
    }

    /** Whether roles at this journal are this actor's to give and take. */
    default boolean administers(String journal) {
        return false;
    }

    /** A person who is signed in. */
    record Person(String id, Set<Grant> grants) implements Actor {
        public Person {
            grants = Set.copyOf(grants);
        }

        @Override
        public boolean seesAccounts() {
            return grants.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
        }

        @Override
        public boolean administers(String journal) {
            return grants.contains(new Grant(Grant.HOUSE, Role.ADMINISTRATOR))
                    || Grant.isJournal(journal) && grants.contains(new Grant(journal, Role.ADMINISTRATOR));
        }
    }

    /** Somebody who proved by mail that the address is theirs, and opens an account for themselves. */
    record Oneself(String id) implements Actor {}

    /** Whoever holds the setup token that the operator chose. Opens the first administrator's account and no other. */
    record Setup() implements Actor {
        @Override
        public String id() {
            return "setup";
        }
    }
}
