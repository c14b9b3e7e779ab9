/**
 * Bibliographic values that every feature may use. Each can be built only when it is right: a page range that ends
 * before it begins, or an ISSN with a wrong check digit, doesn't exist.
 */
package org.imprimatur.publication.bibliographic;
