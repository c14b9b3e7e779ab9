/** DOIs and their deposits at the agency: intended, sent, confirmed. Only the agency's answer confirms. */
package org.imprimatur.publication.doi;
