package org.imprimatur.publication.article;

/** What became of typesetting. */
public sealed interface Typeset {

    /**
     * A PDF of so many pages, each of which bears its number.
     *
     * @param pdf not to be changed by anybody
     */
    record Set(byte[] pdf, int pages) implements Typeset {
        public Set {
            if (pages < 1) {
                throw new IllegalArgumentException("A galley has at least one page");
            }
        }
    }

    /** @param reason for the production editor: what stands in the way and where */
    record Failed(String reason) implements Typeset {}
}
