/** The outbox as a table, and the relay that empties it into Kafka. */
package org.imprimatur.messaging.outbox.kafka;
