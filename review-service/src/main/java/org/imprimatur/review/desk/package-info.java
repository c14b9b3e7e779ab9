/** What editors look at: the queue of all manuscripts under way, and one manuscript with everything about it. */
package org.imprimatur.review.desk;
