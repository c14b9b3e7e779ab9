/** Mails: what makes one, who writes it, whom it reaches. */
package org.imprimatur.review.correspondence;
