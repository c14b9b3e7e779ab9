/** Review's side of production: the commands to publication-service, its answers, and the steps of the production editor. */
package org.imprimatur.review.production;
