/** What the owner of {@code imprimatur.submission} says and obeys. */
package org.imprimatur.contracts.submission;
