/** Review's own view of a manuscript: what it is, where it stands, and what happened to it. */
package org.imprimatur.review.manuscript;
