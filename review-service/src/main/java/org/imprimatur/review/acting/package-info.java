/** Who acts, and what they may do. */
package org.imprimatur.review.acting;
