/** Errands as a table, and their workers. */
package org.imprimatur.messaging.errands.jdbc;
