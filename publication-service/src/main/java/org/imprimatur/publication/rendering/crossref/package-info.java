/** Deposits for Crossref (crossref5.3.1.xsd). */
package org.imprimatur.publication.rendering.crossref;
