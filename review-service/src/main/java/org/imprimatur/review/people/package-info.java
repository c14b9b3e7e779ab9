/** Hears what becomes of accounts, and has every feature that owns something by account follow. */
package org.imprimatur.review.people;
