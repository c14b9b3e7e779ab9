/** What goes wrong is said, shown, and can be acted on, in every service in the same way. */
package org.imprimatur.service.operations;
