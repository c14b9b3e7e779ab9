package org.imprimatur.benchmarks.editorial;

/** Takes manuscripts the whole editorial way: two rounds of two reviewers each, one revision, production, publication. */
interface Office extends AutoCloseable {

    /** Threads that act for people, in every office. */
    int PEOPLE = 8;

    /** Reviewers in each round. */
    int REVIEWERS = 2;

    /**
     * Hands in a manuscript.
     *
     * @param published runs once, when it has come to its end
     */
    void handIn(String manuscript, Runnable published);

    /** What went wrong so far is thrown here. */
    void check();

    @Override
    void close();
}
