/** The people whom journals ask for reviews. They need no account; their names and addresses stay here. */
package org.imprimatur.review.reviewers;
