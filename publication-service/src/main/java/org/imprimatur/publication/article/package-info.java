/**
 * An article as one complete value, the only source of every rendering of it, and the ports through which renderings
 * are made and compared.
 */
package org.imprimatur.publication.article;
