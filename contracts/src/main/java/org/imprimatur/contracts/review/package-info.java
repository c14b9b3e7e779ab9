/** What the owner of {@code imprimatur.review} says and obeys. */
package org.imprimatur.contracts.review;
