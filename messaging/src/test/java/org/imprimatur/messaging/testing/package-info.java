/**
 * The real PostgreSQL and the real Kafka that tests run against: one of each per JVM, a fresh database for each
 * context. {@code imprimatur.test.infrastructure=external} (system property) takes those that the environment names
 * instead: {@code IMPRIMATUR_TEST_POSTGRES} (a JDBC URL with user and password, allowed to create databases) and
 * {@code IMPRIMATUR_TEST_KAFKA} (bootstrap servers). {@code =containers}, which is the Maven profile of that name, starts
 * both in containers. Tests that stop a broker, or take its disk away, start an embedded one of their own all the same.
 */
package org.imprimatur.messaging.testing;
