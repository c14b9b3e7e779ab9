package org.imprimatur.review.acting;

import java.util.Set;
import java.util.stream.Collectors;

/** Who does something. Every use case takes one and judges by it. */
public sealed interface Actor {

    /** As it stands in messages and in the history. */
    String id();

    /** Somebody with an account, and the roles they hold at this moment. */
    record Person(String account, Set<Held> roles) implements Actor {

        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public String id() {
            return account;
        }

        public boolean holds(String journal, Role role) {
            return roles.contains(new Held(journal, role));
        }

        /** The journals at which this person holds any role. */
        public Set<String> journals() {
            return roles.stream().map(Held::journal).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Somebody who came by an invitation's link. */
    record Reviewer(String invitation) implements Actor {

        @Override
        public String id() {
            return "invitation/" + invitation;
        }
    }

    /** The editorial process itself. */
    record Process() implements Actor {

        @Override
        public String id() {
            return "process";
        }
    }

    /** A role at a journal. */
    record Held(String journal, Role role) {}
}
