package org.imprimatur.publication.acting;

import java.util.Arrays;
import java.util.Set;

/** Who acts: every use case takes one and judges by it. */
public sealed interface Actor {

    /** How the actor is named on the wire and in histories. */
    String id();

    /** Whether it holds one of these roles in the journal. */
    boolean holds(String journal, Role... roles);

    /** The editorial process itself, which acts for the journal in everything. */
    record Process() implements Actor {
        @Override
        public String id() {
            return "process";
        }

        @Override
        public boolean holds(String journal, Role... roles) {
            return true;
        }
    }

    /** A person with an account. */
    record Person(String account, Set<Held> held) implements Actor {
        public Person {
            held = Set.copyOf(held);
        }

        @Override
        public String id() {
            return account;
        }

        /** A role held in the journal "*" is held in every journal. */
        @Override
        public boolean holds(String journal, Role... roles) {
            return Arrays.stream(roles)
                    .anyMatch(role -> held.contains(new Held(journal, role)) || held.contains(new Held("*", role)));
        }

        /** Whether the person holds the role in any journal. */
        public boolean holdsAnywhere(Role role) {
            return held.stream().anyMatch(one -> one.role() == role);
        }
    }

    record Held(String journal, Role role) {}

    /** The roles that matter here. */
    enum Role {
        ADMINISTRATOR("administrator"),
        MANAGING_EDITOR("managing-editor"),
        EDITOR_IN_CHIEF("editor-in-chief"),
        PRODUCTION_EDITOR("production-editor");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        /** As the role is called between services. */
        public String key() {
            return key;
        }
    }
}
