/** All of Imprimatur in one JVM, and the demonstration that plays on it. */
package org.imprimatur.standalone;
