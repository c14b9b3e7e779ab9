/** Asks the public registries of people and institutions. */
package org.imprimatur.submission.manuscript.registries;
