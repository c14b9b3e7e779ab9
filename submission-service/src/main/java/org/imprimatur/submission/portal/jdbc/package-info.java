/** Journeys in PostgreSQL. */
package org.imprimatur.submission.portal.jdbc;
