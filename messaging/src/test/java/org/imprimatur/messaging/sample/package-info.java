/** A service of the smallest kind, for the tests of this module: it talks to itself. */
package org.imprimatur.messaging.sample;
