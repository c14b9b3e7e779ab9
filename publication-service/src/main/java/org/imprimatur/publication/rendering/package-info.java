/**
 * Makes every rendering of an article out of its one record. Each format has a package of its own below; they are read
 * back, by readers written apart from them, in {@code verification}.
 */
package org.imprimatur.publication.rendering;
