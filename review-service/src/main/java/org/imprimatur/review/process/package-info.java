/** The process engine, wired by hand. Nothing outside this package knows that there is one. */
package org.imprimatur.review.process;
