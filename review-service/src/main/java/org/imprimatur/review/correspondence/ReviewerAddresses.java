package org.imprimatur.review.correspondence;

import java.util.Optional;

/** Names and addresses of reviewers, who need no account. */
public interface ReviewerAddresses {

    Optional<People.Addressee> find(String reviewer);
}
