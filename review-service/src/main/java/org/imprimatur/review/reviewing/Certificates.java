package org.imprimatur.review.reviewing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps certificates as they were issued. An account's are also those of accounts that went over into it. */
public interface Certificates {

    /** False, and nothing kept, when the account has one about the same already. */
    boolean add(Certificate certificate, String about, String tokenHash);

    /** Those that weren't taken back, the newest first. */
    List<Certificate> of(String account);

    /** This one of the account's, unless it was taken back. */
    Optional<Certificate> find(String account, String id);

    /** What a printed address confirms, unless it was taken back. */
    Optional<Certificate> byToken(String tokenHash);

    /** The account's certificates are gone, with the names in them; there are none: nothing happens. */
    void forget(String account);

    /** It was taken back before: nothing happens. */
    void takeBack(String account, String id, Instant at);
}
