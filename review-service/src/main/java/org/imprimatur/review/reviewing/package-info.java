/** A reviewer's own account: all that they were asked and wrote, and certificates of it. */
package org.imprimatur.review.reviewing;
