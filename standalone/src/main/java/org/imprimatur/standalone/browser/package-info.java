/** A person's hands: pages are opened, forms are filled in and sent, as a browser without scripts would. */
package org.imprimatur.standalone.browser;
