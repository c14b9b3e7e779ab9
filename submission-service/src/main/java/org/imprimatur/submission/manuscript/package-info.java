/** A manuscript as its authors have it: the draft, its versions, revisions, withdrawal. */
package org.imprimatur.submission.manuscript;
