package org.imprimatur.publication.issue;

/** Sees to it that {@link VerifyingArticles} is called for an article: soon, and again until it has a verdict. */
public interface VerificationPlan {

    void plan(String manuscript);
}
