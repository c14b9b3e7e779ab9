/** What the owner of {@code imprimatur.operations} says and obeys. */
package org.imprimatur.contracts.operations;
