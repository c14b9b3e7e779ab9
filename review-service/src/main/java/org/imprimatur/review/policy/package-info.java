/** A journal's rules for peer review, in versions that never change. */
package org.imprimatur.review.policy;
