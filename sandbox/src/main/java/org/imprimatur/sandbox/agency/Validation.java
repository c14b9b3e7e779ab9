package org.imprimatur.sandbox.agency;

import java.util.List;
import org.w3c.dom.Document;

/** Says what is wrong with a deposit file's form. */
@FunctionalInterface
interface Validation {

    /** One sentence for each thing wrong; empty for a file to go on with. */
    List<String> problems(Document file, byte[] content);
}
