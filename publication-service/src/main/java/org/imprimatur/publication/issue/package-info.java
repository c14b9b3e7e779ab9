/** Issues: which articles they hold, in what order, on which pages, and when they are closed and published. */
package org.imprimatur.publication.issue;
