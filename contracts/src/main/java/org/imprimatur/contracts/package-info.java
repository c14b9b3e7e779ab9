/** Events and commands as records: what services say to each other, and nothing else. */
package org.imprimatur.contracts;
