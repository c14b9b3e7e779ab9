/** The article in Dublin Core, as OAI-PMH harvesters read it. */
package org.imprimatur.publication.rendering.dublincore;
