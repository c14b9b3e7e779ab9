package org.imprimatur.submission.manuscript.web;

/** Numbers that a form brings back: what is none counts as another. */
final class Numbers {

    private Numbers() {}

    static int typed(String typed, int otherwise) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : otherwise;
    }
}
