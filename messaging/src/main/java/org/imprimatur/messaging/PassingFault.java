package org.imprimatur.messaging;

/**
 * Marks an exception that says: somebody else is away for now. What met it is tried again for as long as that takes,
 * and never parked, since no person could do better.
 */
public interface PassingFault {}
