/** A real Kafka and a real PostgreSQL in or beside this JVM. */
package org.imprimatur.standalone.embedded;
