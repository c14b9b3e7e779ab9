package org.imprimatur.submission.manuscript.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.Identifiers;
import org.imprimatur.submission.manuscript.Metadata.Affiliation;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Registries.Institution;
import org.imprimatur.submission.manuscript.Registries.Person;
import org.imprimatur.web.forms.Form;

/**
 * Contributors as the fields of a form: {@code given-0}, {@code family-0}, …, {@code given-1}, … Their affiliations are
 * {@code affiliation-0}, {@code affiliation-0-1}, …
 */
final class ContributorsForm {

    private static final int MOST = 200;
    private static final int MOST_PLACES = 10;
    private static final int LONGEST = 1_000;
    private static final List<String> TEXTS = List.of("given", "family", "email", "orcid", "position");

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
                    .with("roles-" + at, contributor.roles().toArray(String[]::new));
            for (Place place : places(at, contributor)) {
                Affiliation affiliation =
                        place.at() < contributor.affiliations().size()
                                ? contributor.affiliations().get(place.at())
                                : new Affiliation("", "");
                filled = filled.with(place.field(), affiliation.name()).with(place.ror(), affiliation.ror());
            }
            if (contributor.corresponding()) {
                filled = filled.with("corresponding", String.valueOf(at));
            }
        }
        return filled;
    }

    /** A field for each affiliation, and one where there is none. */
    static List<Place> places(int at, Contributor contributor) {
        return IntStream.range(0, Math.max(1, contributor.affiliations().size()))
                .mapToObj(place -> new Place(at, place))
                .toList();
    }

    /** The text fields that hold more than is kept, each with its length. */
    static Map<String, Integer> tooLong(Form form) {
        return form.values().entrySet().stream()
                .filter(field -> field.getValue().stream().anyMatch(value -> value.length() > LONGEST))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0).length()));
    }

    /** The names of all text fields. */
    static List<String> texts(List<Contributor> contributors) {
        return IntStream.range(0, contributors.size())
                .boxed()
                .flatMap(at -> Stream.concat(
                        TEXTS.stream().map(field -> field + "-" + at),
                        places(at, contributors.get(at)).stream().map(Place::field)))
                .toList();
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
                    Identifiers.bareOrcid(form.value("orcid-" + at)),
                    form.value("position-" + at),
                    affiliations(form, at),
                    form.values("roles-" + at).stream()
                            .filter(CreditRoles.ALL::contains)
                            .toList(),
                    form.value("corresponding").equals(String.valueOf(at))));
        }
        return typed;
    }

    // one that was emptied is gone
    private static List<Affiliation> affiliations(Form form, int contributor) {
        return IntStream.range(0, MOST_PLACES)
                .mapToObj(at -> new Place(contributor, at))
                .filter(place -> !form.value(place.field()).isEmpty())
                .map(place -> new Affiliation(form.value(place.field()), form.value(place.ror())))
                .toList();
    }

    /**
     * The by-line after one of its buttons was pressed or a contributor was dropped elsewhere: {@code add},
     * {@code remove-1}, {@code up-1}, {@code down-1}, {@code move-2-0}, {@code place-1}, {@code unror-1-0}.
     */
    static List<Contributor> arranged(List<Contributor> typed, Act act) {
        List<Contributor> arranged = new ArrayList<>(typed);
        int at = act.number(0);
        boolean there = at >= 0 && at < arranged.size();
        switch (act.verb()) {
            case "add" -> arranged.add(nobody(arranged.isEmpty()));
            case "remove" -> {
                if (there) {
                    arranged.remove(at);
                }
            }
            case "up" -> moved(arranged, at, at - 1);
            case "down" -> moved(arranged, at, at + 1);
            case "move" -> moved(arranged, at, act.number(1));
            case "place" -> {
                if (there && arranged.get(at).affiliations().size() < MOST_PLACES) {
                    List<Affiliation> more = new ArrayList<>(arranged.get(at).affiliations());
                    more.add(new Affiliation("", ""));
                    arranged.set(at, working(arranged.get(at), more));
                }
            }
            case "unror" -> {
                if (there && has(arranged.get(at), act.number(1))) {
                    Affiliation named = arranged.get(at).affiliations().get(act.number(1));
                    arranged.set(at, working(arranged.get(at), act.number(1), new Affiliation(named.name(), "")));
                }
            }
            default -> {
                // only the fields were changed
            }
        }
        return arranged;
    }

    private static void moved(List<Contributor> list, int from, int to) {
        if (from >= 0 && from < list.size() && to >= 0 && to < list.size()) {
            list.add(to, list.remove(from));
        }
    }

    static boolean has(Contributor contributor, int place) {
        return place >= 0 && place < contributor.affiliations().size();
    }

    private static Contributor working(Contributor one, int place, Affiliation affiliation) {
        List<Affiliation> changed = new ArrayList<>(one.affiliations());
        changed.set(place, affiliation);
        return working(one, changed);
    }

    private static Contributor working(Contributor one, List<Affiliation> affiliations) {
        return new Contributor(
                one.given(),
                one.family(),
                one.email(),
                one.account(),
                one.orcid(),
                one.position(),
                affiliations,
                one.roles(),
                one.corresponding());
    }

    /** What the registry knows, wherever the author has typed nothing. */
    static Contributor completed(Contributor typed, Person known) {
        return new Contributor(
                typed.given().isBlank() ? known.given() : typed.given(),
                typed.family().isBlank() ? known.family() : typed.family(),
                typed.email(),
                typed.account(),
                typed.orcid(),
                typed.position().isBlank() ? known.position() : typed.position(),
                typed.place().isBlank() ? known.affiliations() : typed.affiliations(),
                typed.roles(),
                typed.corresponding());
    }

    /** With that institution; words that say more than a name stay as they were typed. */
    static Contributor at(Contributor typed, int place, Institution institution) {
        String words = typed.affiliations().get(place).name();
        return working(
                typed, place, new Affiliation(words.contains(",") ? words : institution.line(), institution.ror()));
    }

    private static Contributor nobody(boolean corresponding) {
        return new Contributor("", "", "", "", "", "", List.of(), List.of(), corresponding);
    }

    /** @param orcid the iD that they proved, or "" */
    static Contributor self(Actor.Person person, String orcid) {
        int space = person.name().lastIndexOf(' ');
        return new Contributor(
                space < 0 ? "" : person.name().substring(0, space),
                person.name().substring(space + 1),
                "",
                person.account(),
                orcid,
                "",
                List.of(),
                List.of(),
                true);
    }
}
