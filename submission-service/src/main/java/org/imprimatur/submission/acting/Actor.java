package org.imprimatur.submission.acting;

/** Who acts: every use case takes one and judges by it. */
public sealed interface Actor {

    /** What stands for this actor in events. */
    String id();

    /** Somebody who has signed in. */
    record Person(String account, String name) implements Actor {
        @Override
        public String id() {
            return account;
        }
    }

    /** Another service's fact, which has been judged where it was said. */
    record Journal() implements Actor {
        @Override
        public String id() {
            return "process";
        }
    }
}
