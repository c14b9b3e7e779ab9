/** The pages on which a manuscript is written, handed in and taken back. */
package org.imprimatur.submission.manuscript.web;
