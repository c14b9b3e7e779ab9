/** The journals' public site: what readers and harvesters find. Everything it shows comes from complete records. */
package org.imprimatur.publication.site;
