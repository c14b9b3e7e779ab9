/** Reads uploaded files with the intake library. */
package org.imprimatur.submission.manuscript.intake;
