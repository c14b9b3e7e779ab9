/** Journals: who they are, how they number, and how they make DOIs. Each change is a new version; none is lost. */
package org.imprimatur.publication.journal;
