/** Manuscripts are played by robots while things break; then everything heals, and a checker looks for what was lost. */
package org.imprimatur.acceptance.torture;
