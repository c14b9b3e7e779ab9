/** What all queues are made of: workers that wake at once and look by themselves now and then. Not for services. */
package org.imprimatur.messaging.work;
