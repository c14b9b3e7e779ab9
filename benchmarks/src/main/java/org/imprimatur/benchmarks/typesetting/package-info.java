/** An article's galley as we make it, beside bare FOP on the same XSL-FO. */
package org.imprimatur.benchmarks.typesetting;
