package org.imprimatur.review.reviewers;

/** Somebody who can be asked for a review. */
public record Reviewer(String id, String name, String address, String affiliation, String expertise) {}
