/** Manuscripts per second through the editorial process, beside the same models in the bare engine. */
package org.imprimatur.benchmarks.editorial;
