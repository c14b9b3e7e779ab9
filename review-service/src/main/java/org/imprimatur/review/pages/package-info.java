/** What all pages share: who acts, one transaction for an act, and how a refusal is answered. */
package org.imprimatur.review.pages;
