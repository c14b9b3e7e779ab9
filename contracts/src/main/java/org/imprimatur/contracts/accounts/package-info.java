/** What the owner of {@code imprimatur.accounts} says and obeys. */
package org.imprimatur.contracts.accounts;
