/** What services import, each by itself. */
package org.imprimatur.messaging.autoconfigure;
