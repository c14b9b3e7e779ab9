/** The author's home and the page of one manuscript. */
package org.imprimatur.submission.portal.web;
