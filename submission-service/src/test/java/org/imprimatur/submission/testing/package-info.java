/** The service as it runs, and people at their browsers. */
package org.imprimatur.submission.testing;
