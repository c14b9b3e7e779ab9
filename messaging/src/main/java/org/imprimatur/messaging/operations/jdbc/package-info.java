/** The state of the queues from their tables and from Kafka, and the same as metrics. */
package org.imprimatur.messaging.operations.jdbc;
