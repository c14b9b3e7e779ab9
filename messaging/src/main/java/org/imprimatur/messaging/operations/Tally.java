package org.imprimatur.messaging.operations;

import java.util.Map;

/** Something more that a service counts for whoever looks after it; optional beans of the service. */
public interface Tally {

    /** What is counted, as a metric's name can hold it: lower case letters and underscores. */
    String name();

    /** How many are in each state. */
    Map<String, Long> byState();
}
