package org.imprimatur.submission.manuscript.web;

import java.util.List;

/** Which button of a form was pressed: a verb and what it is about, such as {@code move-2-0}; "" where none was. */
record Act(String verb, List<String> objects) {

    static Act of(String pressed) {
        List<String> words = List.of(pressed.split("-"));
        return new Act(words.get(0), words.subList(1, words.size()));
    }

    boolean none() {
        return verb.isEmpty();
    }

    /** The n-th object as a number, -1 where it is none. */
    int number(int n) {
        return n < objects.size() ? Numbers.typed(objects.get(n), -1) : -1;
    }

    String object(int n) {
        return n < objects.size() ? objects.get(n) : "";
    }
}
