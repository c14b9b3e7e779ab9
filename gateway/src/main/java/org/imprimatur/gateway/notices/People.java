package org.imprimatur.gateway.notices;

import java.util.Collection;
import java.util.Map;

/** Who there is. */
public interface People {
    Staff staff(String journal);

    /** From each id that is an account, or was one before it was merged, to the account that it is now. */
    Map<String, String> now(Collection<String> ids);
}
