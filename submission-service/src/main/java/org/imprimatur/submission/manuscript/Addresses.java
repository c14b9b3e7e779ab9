package org.imprimatur.submission.manuscript;

import java.util.Optional;

/** The mail addresses of accounts, and how to write there, as the gateway confirmed them when the accounts were opened. */
public interface Addresses {

    /** The account's address; empty where there is no such account or the gateway can't be asked now. */
    Optional<String> of(String account);

    /** In which language its holder is to be written to (BCP 47); empty as above, and where they have not said it. */
    Optional<String> language(String account);
}
