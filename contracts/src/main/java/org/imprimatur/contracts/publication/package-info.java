/** What the owner of {@code imprimatur.publication} says and obeys. */
package org.imprimatur.contracts.publication;
