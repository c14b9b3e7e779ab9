package org.imprimatur.gateway.notices;

import java.util.Optional;

/** Which manuscripts there are and whom they concern. All methods that change anything need an open transaction. */
public interface Matters {
    Optional<Matter> find(String manuscript);

    void keep(Matter matter);

    /** What concerned one account concerns the other. */
    void goOver(String from, String into);
}
