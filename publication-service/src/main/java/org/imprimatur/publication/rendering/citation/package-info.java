/** The article's citation in styles that people copy and in formats that programs take in. */
package org.imprimatur.publication.rendering.citation;
