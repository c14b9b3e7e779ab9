/** An event from commit to commit: our outbox, relay, Kafka and inbox, beside the same on plain clients. */
package org.imprimatur.benchmarks.delivery;
