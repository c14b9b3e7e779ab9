/** How a service's queues stand, for whoever looks after it. */
package org.imprimatur.messaging.operations;
