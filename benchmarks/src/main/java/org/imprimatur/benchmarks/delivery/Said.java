package org.imprimatur.benchmarks.delivery;

/**
 * What is said of each deed.
 *
 * @param subject the key
 * @param number counts the deeds of one way
 * @param text as long as an ordinary event of ours
 */
record Said(String subject, long number, String text) {}
