/** Writing well-formed XML. */
package org.imprimatur.publication.rendering.xml;
