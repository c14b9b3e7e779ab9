/** The mail queue beside bare Jakarta Mail. */
package org.imprimatur.benchmarks.mail;
