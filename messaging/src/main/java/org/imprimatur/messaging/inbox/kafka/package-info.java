/** The inbox as a table: the Kafka listener that fills it, and the workers that empty it. */
package org.imprimatur.messaging.inbox.kafka;
