/** Asks the gateway for confirmed addresses. */
package org.imprimatur.submission.manuscript.gateway;
