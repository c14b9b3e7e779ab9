/** What a caretaker of services asks: is it alive, is it ready, is something amiss. */
package org.imprimatur.messaging.health;
