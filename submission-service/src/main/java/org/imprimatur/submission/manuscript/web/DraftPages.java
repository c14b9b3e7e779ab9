package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Shown;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a draft begins, and what it is about. What is typed is kept, right or not; right is asked at the end. */
@Controller
@RequestMapping("/author")
class DraftPages {

    static final String HTMX = "HX-Request";
    private static final List<String> FIELDS = List.of("title", "abstract", "keywords");
    /** Before a field's name: the fingerprint of what the window showed in it. */
    private static final String WAS = "was-";

    private final DraftingManuscripts drafting;
    private final JournalsKnown journals;
    private final Wizard wizard;
    private final Words words;
    private final TransactionTemplate transaction;

    DraftPages(
            DraftingManuscripts drafting,
            JournalsKnown journals,
            Wizard wizard,
            Words words,
            TransactionTemplate transaction) {
        this.drafting = drafting;
        this.journals = journals;
        this.wizard = wizard;
        this.words = words;
        this.transaction = transaction;
    }

    // journal, section, article type

    @GetMapping("/submit")
    ModelAndView choose() {
        return choosePage(Form.empty()
                .with("type", ArticleType.RESEARCH_ARTICLE.jats())
                .with("key", UUID.randomUUID().toString()));
    }

    private ModelAndView choosePage(Form form) {
        Map<String, String> sections = new LinkedHashMap<>();
        journals.all()
                .forEach(journal -> journal.sections()
                        .forEach(section -> sections.put(
                                journal.key() + "/" + section.key(), journal.title() + ": " + section.title())));
        Map<String, String> types = new LinkedHashMap<>();
        for (ArticleType type : ArticleType.values()) {
            types.put(type.jats(), wizard.articleType(type));
        }
        Form chosen = sections.size() == 1
                ? form.with("where", sections.keySet().iterator().next())
                : form;
        return new ModelAndView(
                "submission/choose",
                Map.of("navigation", wizard.navigation(), "form", chosen, "sections", sections, "types", types));
    }

    @PostMapping("/submit")
    ModelAndView begin(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Form form = Form.typed(request);
        String[] where = form.value("where").split("/", 2);
        Optional<ArticleType> type = ArticleType.of(form.value("type"));
        if (type.isEmpty()) {
            return Wizard.refused(choosePage(form.error("type", words.say("problem.type"))));
        }
        return transaction.execute(status -> drafting.begin(
                        Wizard.actor(person),
                        where[0],
                        where.length > 1 ? where[1] : "",
                        type.get(),
                        newId(person, form.value("key")),
                        wizard.now())
                .map(draft -> to(draft.id(), "file"))
                .orElseGet(() -> Wizard.refused(choosePage(form.error("where", words.say("problem.where"))))));
    }

    // the same form gives the same id, and nobody else's form gives it
    private static String newId(SignedIn person, String key) {
        return key.isEmpty()
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((person.account() + "/" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    static ModelAndView to(String id, String step) {
        return new ModelAndView("redirect:/author/manuscripts/" + id + "/" + step);
    }

    // title, abstract, keywords

    @GetMapping("/manuscripts/{id}/about")
    ModelAndView about(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> aboutPage(open, filled(open)));
    }

    private static Form filled(Manuscript open) {
        return Form.empty()
                .with("title", open.metadata().title())
                .with("abstract", open.metadata().abstractText())
                .with("keywords", keywords(open))
                .with(WAS + "title", Shown.of(open.metadata()).title())
                .with(WAS + "abstract", Shown.of(open.metadata()).abstractText())
                .with(WAS + "keywords", Shown.of(open.metadata()).keywords());
    }

    /** What this window showed, as its form says; what it says nothing of was shown as it is stored. */
    private static Shown shown(Form form, Manuscript open) {
        Shown stored = Shown.of(open.metadata());
        return new Shown(
                form.values().containsKey(WAS + "title") ? form.value(WAS + "title") : stored.title(),
                form.values().containsKey(WAS + "abstract") ? form.value(WAS + "abstract") : stored.abstractText(),
                form.values().containsKey(WAS + "keywords") ? form.value(WAS + "keywords") : stored.keywords());
    }

    private static String fingerprint(Form form, String field) {
        return field.equals("keywords") ? Shown.fingerprint(keywords(form)) : Shown.fingerprint(form.value(field));
    }

    private static boolean changedHere(Form form, String field) {
        return !fingerprint(form, field).equals(form.value(WAS + field));
    }

    /** The form upon what is stored now: what wasn't changed in this window is as another left it. */
    private static Form upon(Manuscript now, Form form) {
        Form upon = filled(now);
        for (String field : FIELDS) {
            upon = changedHere(form, field) ? upon.with(field, form.asTyped(field)) : upon;
        }
        return upon;
    }

    /** Of the fields that now are stored as this window has them, what it shows from here on. */
    private static Map<String, String> settled(Form form, Manuscript now) {
        Form stored = filled(now);
        return FIELDS.stream()
                .filter(field -> fingerprint(form, field).equals(stored.value(WAS + field)))
                .collect(Collectors.toMap(field -> WAS + field, field -> stored.value(WAS + field)));
    }

    private ModelAndView aboutPage(Manuscript manuscript, Form form) {
        Map<String, Object> model = wizard.step(manuscript, "about");
        model.put("form", form);
        model.put("abstractWords", form.value("abstract").split("\\s+").length);
        manuscript.file().ifPresent(file -> model.put("report", wizard.report(file.intakeReport())));
        return new ModelAndView("submission/about", model);
    }

    @PostMapping("/manuscripts/{id}/about")
    ModelAndView describe(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        Map<String, String> whys = new LinkedHashMap<>();
        FIELDS.forEach(field -> whys.put(field, tooLong(form.asTyped(field))));
        Form judged = form;
        for (String field : FIELDS) {
            judged = whys.get(field).isEmpty() ? judged : judged.error(field, whys.get(field));
        }
        if (!judged.good() && manuscript.open() && !inPlace) {
            return Wizard.refused(aboutPage(manuscript, judged));
        }
        Act act = Act.of(form.value("act"));
        Outcome outcome = wizard.inTransaction(() -> answered(
                drafting.describe(
                        Wizard.actor(person),
                        id,
                        shown(form, manuscript),
                        Numbers.typed(form.value("over"), -1),
                        whys.get("title").isEmpty()
                                ? form.value("title")
                                : manuscript.metadata().title(),
                        whys.get("abstract").isEmpty()
                                ? form.value("abstract").replace("\r\n", "\n")
                                : manuscript.metadata().abstractText(),
                        whys.get("keywords").isEmpty()
                                ? keywords(form)
                                : manuscript.metadata().keywords(),
                        wizard.now()),
                person,
                act));
        Wizard.Answer answer = wizard.answer(outcome, model);
        if (inPlace) {
            return answer.changed(now -> wizard.changedInPlace(now, differing(form, now), "about"))
                    .with(
                            done -> wizard.saved(done, whys).addObject("shown", settled(form, done)),
                            wrong -> wizard.saved(wrong.manuscript(), whys)
                                    .addObject("shown", settled(form, wrong.manuscript())));
        }
        answer.changed(now -> aboutPage(now, upon(now, form)).addObject("meanwhile", differing(form, now)));
        return act.none()
                ? answer.with(
                        done -> to(id, "contributors"),
                        wrong -> Wizard.refused(aboutPage(
                                wrong.manuscript(), words.errors(upon(wrong.manuscript(), form), wrong.problems()))))
                : answer.with(done -> to(id, "about"), wrong -> to(id, "about"));
    }

    private Outcome answered(Outcome kept, SignedIn person, Act act) {
        return answering(drafting, wizard, kept, person, act);
    }

    /** What was typed is kept first; then what the file says is taken ({@code take-title}) or left ({@code leave-title}). */
    static Outcome answering(DraftingManuscripts drafting, Wizard wizard, Outcome kept, SignedIn person, Act act) {
        Optional<Metadata.Part> part = Arrays.stream(Metadata.Part.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(act.object(0)))
                .findFirst();
        Optional<Manuscript> manuscript = kept instanceof Outcome.Done done
                ? Optional.of(done.manuscript())
                : kept instanceof Outcome.Wrong wrong ? Optional.of(wrong.manuscript()) : Optional.empty();
        if (part.isEmpty() || manuscript.isEmpty()) {
            return kept;
        }
        String id = manuscript.get().id();
        long revision = manuscript.get().revision();
        return switch (act.verb()) {
            case "take" -> drafting.take(Wizard.actor(person), id, revision, part.get(), wizard.now());
            case "leave" -> drafting.leave(Wizard.actor(person), id, revision, part.get(), wizard.now());
            default -> kept;
        };
    }

    private String tooLong(String typed) {
        return typed.length() <= Metadata.MOST_TYPED ? "" : words.say("problem.field.long", typed.length());
    }

    private static List<String> keywords(Form form) {
        return Arrays.stream(form.value("keywords").split("[;\\n]"))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty())
                .distinct()
                .toList();
    }

    private static String keywords(Manuscript manuscript) {
        return String.join("; ", manuscript.metadata().keywords());
    }

    private Map<String, String> differing(Form form, Manuscript now) {
        Form stored = filled(now);
        Map<String, String> differing = new LinkedHashMap<>();
        FIELDS.stream()
                .filter(field -> changedHere(form, field)
                        && !fingerprint(form, field).equals(stored.value(WAS + field))
                        && !form.value(WAS + field).equals(stored.value(WAS + field)))
                .forEach(field -> differing.put(words.say("part." + field), stored.value(field)));
        return differing;
    }
}
