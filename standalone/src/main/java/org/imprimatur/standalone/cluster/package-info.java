/** The services as processes of their own, several of each, on one machine. */
package org.imprimatur.standalone.cluster;
