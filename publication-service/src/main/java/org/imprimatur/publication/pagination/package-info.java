/** Page ranges from an order and page counts; pure. */
package org.imprimatur.publication.pagination;
