package org.imprimatur.submission.manuscript.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Metadata.NamedReviewer;
import org.imprimatur.submission.manuscript.Metadata.Wish;
import org.imprimatur.web.forms.Form;

/** Suggested and opposed reviewers as the fields of a form: {@code name-0}, {@code email-0}, …, {@code wish-0}. */
final class ReviewersForm {

    private static final int MOST = 12;
    private static final int LONGEST = 2_000;
    private static final List<String> TEXTS = List.of("name", "email", "institution", "why");

    private ReviewersForm() {}

    static Form filled(Form form, List<NamedReviewer> reviewers) {
        Form filled = form;
        for (int at = 0; at < reviewers.size(); at++) {
            NamedReviewer one = reviewers.get(at);
            filled = filled.with("wish-" + at, one.wish().name())
                    .with("name-" + at, one.name())
                    .with("email-" + at, one.email())
                    .with("institution-" + at, one.institution())
                    .with("why-" + at, one.why());
        }
        return filled;
    }

    static List<NamedReviewer> typed(Form form) {
        return IntStream.range(0, Math.min(MOST, Numbers.typed(form.value("count"), 0)))
                .mapToObj(at -> new NamedReviewer(
                        form.value("wish-" + at).equals(Wish.OPPOSED.name()) ? Wish.OPPOSED : Wish.SUGGESTED,
                        form.value("name-" + at),
                        form.value("email-" + at),
                        form.value("institution-" + at),
                        form.value("why-" + at).replace("\r\n", "\n")))
                .toList();
    }

    static boolean nobody(NamedReviewer one) {
        return Stream.of(one.name(), one.email(), one.institution(), one.why()).allMatch(String::isBlank);
    }

    static List<String> texts(List<NamedReviewer> reviewers) {
        return IntStream.range(0, reviewers.size())
                .boxed()
                .flatMap(at -> TEXTS.stream().map(field -> field + "-" + at))
                .toList();
    }

    static List<String> tooLong(Form form) {
        return form.values().entrySet().stream()
                .filter(field -> field.getValue().stream().anyMatch(value -> value.length() > LONGEST))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** After {@code suggest}, {@code oppose} or {@code remove-1} was pressed. */
    static List<NamedReviewer> arranged(List<NamedReviewer> typed, Act act) {
        List<NamedReviewer> arranged = new ArrayList<>(typed);
        switch (act.verb()) {
            case "suggest", "oppose" -> {
                if (arranged.size() < MOST) {
                    Wish wish = act.verb().equals("oppose") ? Wish.OPPOSED : Wish.SUGGESTED;
                    arranged.add(new NamedReviewer(wish, "", "", "", ""));
                }
            }
            case "remove" -> {
                if (act.number(0) >= 0 && act.number(0) < arranged.size()) {
                    arranged.remove(act.number(0));
                }
            }
            default -> {
                // only the fields were changed
            }
        }
        return arranged;
    }
}
