package org.imprimatur.standalone.demonstration;

import java.util.List;

/**
 * A manuscript as its author has it, before it becomes a file.
 *
 * @param references as {@link Markup} lines, in the order of the list
 */
record Manuscript(TitlePage titlePage, Markup body, List<String> references) {}
