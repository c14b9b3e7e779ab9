/** Manuscripts in PostgreSQL. */
package org.imprimatur.submission.manuscript.jdbc;
