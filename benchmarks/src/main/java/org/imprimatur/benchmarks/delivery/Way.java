package org.imprimatur.benchmarks.delivery;

/** From a deed's commit in one database to its effect's commit in another. */
interface Way extends AutoCloseable {

    /** Where each event of the way notes its times. */
    void note(Journeys journeys);

    /** Does the deed, commits it and, in whatever way this is, has it said. Any number of threads may. */
    void go(Said said) throws Exception;

    @Override
    void close();
}
