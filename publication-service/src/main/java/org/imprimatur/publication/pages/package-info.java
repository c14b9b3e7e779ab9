/** What the pages of this service share: who acts, how a refusal is answered, where one can go. The only root with Spring in it. */
package org.imprimatur.publication.pages;
