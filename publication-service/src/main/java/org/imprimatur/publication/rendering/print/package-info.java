/** Setting articles and their covers in print with Apache FOP: tagged, archivable PDF (PDF/A-2u, PDF/UA-1). */
package org.imprimatur.publication.rendering.print;
