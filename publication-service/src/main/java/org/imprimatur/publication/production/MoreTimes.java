package org.imprimatur.publication.production;

import java.util.List;
import java.util.UUID;

/** Where wishes for more time are kept. */
public interface MoreTimes {

    /** All about a proof, oldest first. */
    List<MoreTime> of(UUID proof);

    void add(MoreTime wish);

    void save(MoreTime answered);

    /** What one account asked or answered is the other's from now on. */
    void giveTo(String account, String into);

    /** No wish names the account, or holds what its owner wrote. */
    void forget(String account);
}
