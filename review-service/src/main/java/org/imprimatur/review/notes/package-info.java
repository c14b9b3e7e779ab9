/** Notes that editors write to each other on a manuscript. */
package org.imprimatur.review.notes;
