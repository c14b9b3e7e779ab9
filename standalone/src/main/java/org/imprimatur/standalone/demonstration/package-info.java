/**
 * What the demonstration plays: the facts of an article, the people, their manuscripts and letters. Data and the files
 * made from it; nothing here acts.
 */
package org.imprimatur.standalone.demonstration;
