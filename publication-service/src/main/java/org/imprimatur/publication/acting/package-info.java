/** Who acts, and what comes of it. */
package org.imprimatur.publication.acting;
