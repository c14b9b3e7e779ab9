package org.imprimatur.review.correspondence;

import java.util.List;

/** Who holds a role at a journal, by account. */
public interface RoleHolders {

    List<String> of(String journal, String role);
}
