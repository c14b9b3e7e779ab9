/**
 * The real PostgreSQL and the real Kafka that tests run against: one of each per JVM, a fresh database for each
 * context. {@code imprimatur.test.infrastructure=external} (system property) takes those that the environment names
 * instead: {@code IMPRIMATUR_TEST_POSTGRES} (a JDBC URL with user and password, allowed to create databases) and
 * {@code IMPRIMATUR_TEST_KAFKA} (bootstrap servers).
 */
package org.imprimatur.messaging.testing;
