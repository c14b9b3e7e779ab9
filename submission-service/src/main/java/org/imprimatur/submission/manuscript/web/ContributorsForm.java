package org.imprimatur.submission.manuscript.web;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.web.forms.Form;

/** Contributors as the fields of a form: {@code given-0}, {@code family-0}, …, {@code given-1}, … */
final class ContributorsForm {

    private static final int MOST = 200;
    private static final int LONGEST = 1_000;

    private ContributorsForm() {}

    static Form filled(Form form, List<Contributor> contributors) {
        Form filled = form;
        for (int at = 0; at < contributors.size(); at++) {
            Contributor contributor = contributors.get(at);
            filled = filled.with("given-" + at, contributor.given())
                    .with("family-" + at, contributor.family())
                    .with("email-" + at, contributor.email())
                    .with("account-" + at, contributor.account())
                    .with("orcid-" + at, contributor.orcid())
                    .with("position-" + at, contributor.position())
                    .with("affiliation-" + at, contributor.affiliation())
                    .with("roles-" + at, contributor.roles().toArray(String[]::new));
            if (contributor.corresponding()) {
                filled = filled.with("corresponding", String.valueOf(at));
            }
        }
        return filled;
    }

    /** Whether a field holds more than is kept. */
    static boolean tooLong(Form form) {
        return form.values().values().stream().flatMap(List::stream).anyMatch(value -> value.length() > LONGEST);
    }

    static List<Contributor> typed(Form form) {
        int count = Math.min(MOST, Numbers.typed(form.value("count"), 0));
        List<Contributor> typed = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            typed.add(new Contributor(
                    form.value("given-" + at),
                    form.value("family-" + at),
                    form.value("email-" + at),
                    form.value("account-" + at),
                    form.value("orcid-" + at),
                    form.value("position-" + at),
                    form.value("affiliation-" + at),
                    form.values("roles-" + at).stream()
                            .filter(CreditRoles.ALL::contains)
                            .toList(),
                    form.value("corresponding").equals(String.valueOf(at))));
        }
        return typed;
    }

    /** The by-line after one of its buttons was pressed: {@code add}, {@code remove-1}, {@code up-1}, {@code down-1}. */
    static List<Contributor> arranged(List<Contributor> typed, String act) {
        List<Contributor> arranged = new ArrayList<>(typed);
        String[] words = act.split("-", 2);
        int at = words.length > 1 ? Numbers.typed(words[1], -1) : -1;
        boolean there = at >= 0 && at < arranged.size();
        switch (words[0]) {
            case "add" -> arranged.add(nobody(arranged.isEmpty()));
            case "remove" -> {
                if (there) {
                    arranged.remove(at);
                }
            }
            case "up" -> {
                if (there && at > 0) {
                    arranged.add(at - 1, arranged.remove(at));
                }
            }
            case "down" -> {
                if (there && at < arranged.size() - 1) {
                    arranged.add(at + 1, arranged.remove(at));
                }
            }
            default -> {
                // only the fields were changed
            }
        }
        return arranged;
    }

    private static Contributor nobody(boolean corresponding) {
        return new Contributor("", "", "", "", "", "", "", List.of(), corresponding);
    }

    static Contributor self(Actor.Person person) {
        int space = person.name().lastIndexOf(' ');
        return new Contributor(
                space < 0 ? "" : person.name().substring(0, space),
                person.name().substring(space + 1),
                "",
                person.account(),
                "",
                "",
                "",
                List.of(),
                true);
    }
}
