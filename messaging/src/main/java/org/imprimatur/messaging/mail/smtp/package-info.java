/** The mail queue as a table, and its way out over SMTP (RFC 5321). */
package org.imprimatur.messaging.mail.smtp;
