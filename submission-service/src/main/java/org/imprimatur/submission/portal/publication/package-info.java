/** What publication-service knows of articles. */
package org.imprimatur.submission.portal.publication;
