package org.imprimatur.messaging.operations;

/** The report as numbers, and how the process does, in the text format that Prometheus scrapes (version 0.0.4). */
public interface Metrics {

    String scrape();
}
