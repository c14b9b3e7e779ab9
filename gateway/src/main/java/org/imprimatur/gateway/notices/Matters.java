package org.imprimatur.gateway.notices;

import java.util.Optional;
import java.util.Set;

/** Which manuscripts there are and whom they concern. All methods that change anything need an open transaction. */
public interface Matters {
    Optional<Matter> find(String manuscript);

    void keep(Matter matter);

    /** This account reviewed the manuscript. */
    void reviewed(String manuscript, String account);

    /** Accounts that reviewed it. */
    Set<String> reviewers(String manuscript);

    /** What concerned one account concerns the other. */
    void goOver(String from, String into);

    /** Nothing concerns this account any more. */
    void forget(String account);
}
