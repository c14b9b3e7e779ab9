package org.imprimatur.submission.manuscript;

import java.util.Optional;

/** The mail addresses of accounts, as the gateway confirmed them when the accounts were opened. */
public interface Addresses {

    /** The account's address; empty where there is no such account or the gateway can't be asked now. */
    Optional<String> of(String account);
}
