/** Review rounds: choosing reviewers, inviting them, their answers and their reviews. */
package org.imprimatur.review.round;
