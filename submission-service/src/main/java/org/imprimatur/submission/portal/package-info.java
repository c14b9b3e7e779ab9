/** What an author sees: what is theirs to do, where each manuscript stands, the journal's letters. */
package org.imprimatur.submission.portal;
