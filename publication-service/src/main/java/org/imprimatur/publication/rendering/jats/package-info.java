/** JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021). */
package org.imprimatur.publication.rendering.jats;
