/**
 * Reads every rendering of an article back and compares it with the record, field by field. The readers share nothing
 * with the writers: what one side gets wrong, the other doesn't repeat.
 */
package org.imprimatur.publication.verification;
