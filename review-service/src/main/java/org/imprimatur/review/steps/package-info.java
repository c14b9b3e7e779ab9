/** Joins the features to what the process asks of them. */
package org.imprimatur.review.steps;
