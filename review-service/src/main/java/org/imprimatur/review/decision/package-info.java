/** Decisions on manuscripts, and the letters that bring them. */
package org.imprimatur.review.decision;
