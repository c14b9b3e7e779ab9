/** Where the features of peer review and the process meet: plain interfaces, known to both. */
package org.imprimatur.review.way;
