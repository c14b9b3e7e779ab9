/** The service that takes accepted manuscripts to published articles. Here stands only how its features are joined. */
package org.imprimatur.publication;
