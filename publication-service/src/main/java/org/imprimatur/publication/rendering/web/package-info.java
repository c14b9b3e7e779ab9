/** The article's text and facts for its page on the public site. */
package org.imprimatur.publication.rendering.web;
