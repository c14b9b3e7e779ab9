/** Tells operations what waits for a person: parked messages and the states of mails. */
package org.imprimatur.publication.operations;
