/** From an accepted manuscript to an approved proof: galleys, their proofs, what authors answer. */
package org.imprimatur.publication.production;
