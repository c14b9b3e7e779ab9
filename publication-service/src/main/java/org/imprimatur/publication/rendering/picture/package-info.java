/** Authors' pictures, read safely and made plain. */
package org.imprimatur.publication.rendering.picture;
