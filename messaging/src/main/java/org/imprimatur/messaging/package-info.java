/**
 * How services tell each other things so that nothing is lost and nothing is done twice. No word of any domain stands
 * here; each package's root is its API.
 */
package org.imprimatur.messaging;
