/** What submission-service says about manuscripts, and what it takes in about them. */
package org.imprimatur.submission.manuscript.messaging;
