/** Finding web addresses in running text. */
package org.imprimatur.publication.rendering.address;
