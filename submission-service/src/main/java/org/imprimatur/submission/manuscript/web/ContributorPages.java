package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.AuthenticatedIds;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.Identifiers;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Registries;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.type.TypeReference;

/** The by-line: who, in which order, where they work, what they did. */
@Controller
@RequestMapping("/author/manuscripts/{id}/contributors")
class ContributorPages {

    private final DraftingManuscripts drafting;
    private final Registries registries;
    private final Wizard wizard;
    private final Words words;
    private final AuthenticatedIds ids;

    ContributorPages(
            DraftingManuscripts drafting, Registries registries, Wizard wizard, Words words, AuthenticatedIds ids) {
        this.ids = ids;
        this.drafting = drafting;
        this.registries = registries;
        this.wizard = wizard;
        this.words = words;
    }

    @GetMapping
    ModelAndView contributors(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> {
            List<Contributor> contributors = open.metadata().contributors();
            return page(
                            open,
                            contributors.isEmpty()
                                    ? List.of(ContributorsForm.self(
                                            Wizard.actor(person),
                                            ids.of(person.account()).orElse("")))
                                    : contributors,
                            Form.empty(),
                            Act.of(""))
                    .addObject("rows", wizard.rows(contributors));
        });
    }

    private ModelAndView page(Manuscript manuscript, List<Contributor> contributors, Form form, Act act) {
        Map<String, Object> model = wizard.step(manuscript, "contributors");
        List<List<Place>> places = new ArrayList<>();
        for (int at = 0; at < contributors.size(); at++) {
            places.add(ContributorsForm.places(at, contributors.get(at)));
        }
        model.put("form", ContributorsForm.filled(form, contributors));
        model.put("contributors", contributors);
        model.put("rows", wizard.rows(contributors));
        model.put("proven", contributors.stream().map(ids::proves).toList());
        model.put("places", places);
        model.put("roles", CreditRoles.ALL);
        model.put("registries", registries.reachable());
        int focus = focus(contributors, act);
        model.put("focus", focus);
        model.put(
                "open",
                IntStream.range(0, contributors.size())
                        .mapToObj(at -> at == focus || unfinished(contributors.get(at)) || concerned(form, at))
                        .toList());
        return new ModelAndView("submission/contributors", model);
    }

    private static boolean unfinished(Contributor one) {
        return one.family().isBlank() || one.email().isBlank() || one.place().isBlank();
    }

    private static boolean concerned(Form form, int at) {
        return form.errors().stream().anyMatch(error -> error.field().matches("[a-z]+-" + at + "(?:-\\d+)?"));
    }

    // where the keyboard goes on after a button was pressed; -1 where none was
    private static int focus(List<Contributor> contributors, Act act) {
        int last = contributors.size() - 1;
        return switch (act.verb()) {
            case "add" -> last;
            case "remove" -> Math.max(0, Math.min(act.number(0), last));
            case "up" -> Math.max(0, act.number(0) - 1);
            case "down" -> Math.min(last, act.number(0) + 1);
            case "move" -> act.number(1);
            case "place", "orcid", "ror", "choose", "unror" -> act.number(0);
            default -> -1;
        };
    }

    @PostMapping
    ModelAndView name(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = DraftPages.HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        Map<String, String> whys = new LinkedHashMap<>();
        ContributorsForm.texts(ContributorsForm.typed(form)).forEach(field -> whys.put(field, ""));
        ContributorsForm.tooLong(form)
                .forEach((field, length) -> whys.put(field, words.say("problem.contributor.long", length)));
        boolean tooLong = whys.values().stream().anyMatch(why -> !why.isEmpty());
        if (tooLong && manuscript.open()) {
            Form judged = Form.empty();
            for (Map.Entry<String, String> why : whys.entrySet()) {
                judged = why.getValue().isEmpty() ? judged : judged.error(why.getKey(), why.getValue());
            }
            return inPlace
                    ? wizard.saved(manuscript, whys)
                    : Wizard.refused(page(manuscript, ContributorsForm.typed(form), judged, Act.of(""))
                            .addObject("rows", form.value(Wizard.ROWS)));
        }
        Act act = Act.of(form.value("act"));
        Looked looked = look(ContributorsForm.arranged(ContributorsForm.typed(form), act), act);
        Optional<List<Contributor>> shown = wizard.rows(form, new TypeReference<>() {});
        Actor.Person author = Wizard.actor(person);
        Outcome outcome = wizard.inTransaction(() -> DraftPages.answering(
                drafting,
                wizard,
                shown.isPresent()
                        ? drafting.nameContributors(
                                author,
                                id,
                                shown.get(),
                                Numbers.typed(form.value("over"), -1),
                                looked.contributors(),
                                wizard.now())
                        : drafting.nameContributors(author, id, Wizard.seen(form), looked.contributors(), wizard.now()),
                person,
                act));
        Wizard.Answer answer = wizard.answer(outcome, model);
        if (inPlace) {
            return answer.changed(now -> wizard.changedInPlace(now, stored(now), "contributors"))
                    .with(done -> saved(done, whys, looked), wrong -> saved(wrong.manuscript(), whys, looked));
        }
        answer.changed(now -> page(
                        now,
                        shown.map(rows -> DraftingManuscripts.contributorsOver(rows, looked.contributors(), now))
                                .orElse(looked.contributors()),
                        Form.empty(),
                        Act.of(""))
                .addObject("rows", wizard.rows(now.metadata().contributors()))
                .addObject("meanwhile", stored(now)));
        if (act.none()) {
            return answer.with(
                    done -> DraftPages.to(id, "reviewers"),
                    wrong -> Wizard.refused(page(
                            wrong.manuscript(),
                            wrong.manuscript().metadata().contributors(),
                            words.errors(Form.empty(), wrong.problems()),
                            act)));
        }
        return answer.with(done -> after(done, looked, act), wrong -> after(wrong.manuscript(), looked, act));
    }

    // the window goes on with what it shows: what others stored beside it is theirs until they meet
    private ModelAndView saved(Manuscript kept, Map<String, String> whys, Looked looked) {
        return wizard.saved(kept, whys).addObject("shown", Map.of(Wizard.ROWS, wizard.rows(looked.contributors())));
    }

    private ModelAndView after(Manuscript kept, Looked looked, Act act) {
        ModelAndView page = page(kept, kept.metadata().contributors(), looked.form(), act);
        looked.found().forEach(page::addObject);
        return looked.form().good() ? page : Wizard.refused(page);
    }

    /** @param found what the page shows of a registry's answer */
    private record Looked(List<Contributor> contributors, Form form, Map<String, Object> found) {}

    // asked outside of any transaction: the registry may take its time
    private Looked look(List<Contributor> typed, Act act) {
        int at = act.number(0);
        if (at < 0 || at >= typed.size()) {
            return new Looked(typed, Form.empty(), Map.of());
        }
        return switch (act.verb()) {
            case "orcid" -> person(typed, at);
            case "ror" -> institutions(typed, at, new Place(at, Math.max(0, act.number(1))));
            case "choose" -> chosen(typed, at, new Place(at, Math.max(0, act.number(1))), act.object(2));
            default -> new Looked(typed, Form.empty(), Map.of());
        };
    }

    private Looked person(List<Contributor> typed, int at) {
        Contributor contributor = typed.get(at);
        String field = "orcid-" + at;
        if (!Identifiers.orcid(contributor.orcid())) {
            return refused(typed, field, "problem.orcid.number", at + 1);
        }
        Registries.Answer<Registries.Person> answer = registries.person(contributor.orcid());
        if (answer instanceof Registries.Found<Registries.Person> found) {
            List<Contributor> completed = new ArrayList<>(typed);
            completed.set(at, ContributorsForm.completed(contributor, found.what()));
            return new Looked(
                    completed,
                    Form.empty(),
                    Map.of(
                            "knownAt",
                            at,
                            "known",
                            (found.what().given() + " " + found.what().family()).strip()));
        }
        return refused(
                typed,
                field,
                answer instanceof Registries.NotThere ? "problem.orcid.unknown" : "problem.registry.away");
    }

    private Looked institutions(List<Contributor> typed, int at, Place place) {
        if (!ContributorsForm.has(typed.get(at), place.at())) {
            return refused(typed, place.field(), "problem.ror.words");
        }
        Registries.Answer<List<Registries.Institution>> answer = registries.institutions(
                typed.get(at).affiliations().get(place.at()).name());
        if (answer instanceof Registries.Found<List<Registries.Institution>> found) {
            return new Looked(typed, Form.empty(), Map.of("foundAt", place.button(), "found", found.what()));
        }
        return refused(
                typed,
                place.field(),
                answer instanceof Registries.NotThere ? "problem.ror.none" : "problem.registry.away");
    }

    private Looked chosen(List<Contributor> typed, int at, Place place, String ror) {
        if (!ContributorsForm.has(typed.get(at), place.at()) || !Identifiers.ror(ror)) {
            return new Looked(typed, Form.empty(), Map.of());
        }
        if (registries.institution(ror) instanceof Registries.Found<Registries.Institution> found) {
            List<Contributor> placed = new ArrayList<>(typed);
            placed.set(at, ContributorsForm.at(typed.get(at), place.at(), found.what()));
            return new Looked(placed, Form.empty(), Map.of());
        }
        return refused(typed, place.field(), "problem.registry.away");
    }

    private Looked refused(List<Contributor> typed, String field, String why, Object... with) {
        return new Looked(typed, Form.empty().error(field, words.say(why, with)), Map.of());
    }

    private Map<String, String> stored(Manuscript now) {
        return Map.of(
                words.say("part.contributors"),
                now.metadata().contributors().stream()
                        .map(one -> String.join(
                                ", ",
                                List.of(one.name(), one.email(), one.place()).stream()
                                        .filter(part -> !part.isBlank())
                                        .toList()))
                        .collect(Collectors.joining("\n")));
    }
}
