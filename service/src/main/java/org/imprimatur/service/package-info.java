/** Where contracts, messaging and web meet, the same for every service. */
package org.imprimatur.service;
