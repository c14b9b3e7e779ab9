package org.imprimatur.gateway.notices;

import java.util.Set;

/** Who manages and who produces a journal at this moment. */
public record Staff(Set<String> managingEditors, Set<String> productionEditors) {
    public Staff {
        managingEditors = Set.copyOf(managingEditors);
        productionEditors = Set.copyOf(productionEditors);
    }
}
