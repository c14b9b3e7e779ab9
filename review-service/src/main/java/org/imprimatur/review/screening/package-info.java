/** The managing editor's first look at a manuscript. */
package org.imprimatur.review.screening;
