package org.imprimatur.review.reviewers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.KeepingProfiles;
import org.imprimatur.review.reviewers.KnowingOneself;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewers.Profile;
import org.imprimatur.review.reviewers.Profiles;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When a reviewer is away, and what they know. */
@Controller
@RequestMapping("/reviewer/profile")
class ProfilePages {

    private static final String VIEW = "review/reviewer-profile";
    private static final String MORE = "-more";

    private final KnowingOneself knowing;
    private final KeepingProfiles keeping;
    private final Profiles profiles;
    private final Acts acts;
    private final DomainClock clock;
    private final ZoneId zone;

    ProfilePages(
            KnowingOneself knowing,
            KeepingProfiles keeping,
            Profiles profiles,
            Acts acts,
            DomainClock clock,
            @Value("${imprimatur.zone:UTC}") ZoneId zone) {
        this.knowing = knowing;
        this.keeping = keeping;
        this.profiles = profiles;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView profile(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String done) {
        Oneself oneself = knowing.of(Acts.actor(person));
        Profile said = profiles.of(oneself.account());
        return new ModelAndView(VIEW, model(oneself, said))
                .addObject("away", away(said))
                .addObject("form", described(said))
                .addObject("done", done != null);
    }

    @PostMapping("/away")
    ModelAndView away(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Oneself oneself = knowing.of(Acts.actor(person));
        Form form = Form.typed(request);
        return answer(
                acts.act(() -> keeping.away(oneself, form.value("until"), form.asTyped("note"), clock.instant())),
                oneself,
                "away",
                form);
    }

    /** Takes it back. */
    @PostMapping("/back")
    ModelAndView back(@AuthenticationPrincipal SignedIn person) {
        Oneself oneself = knowing.of(Acts.actor(person));
        return answer(acts.act(() -> keeping.back(oneself, clock.instant())), oneself, "away", Form.empty());
    }

    @PostMapping("/expertise")
    ModelAndView describe(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Oneself oneself = knowing.of(Acts.actor(person));
        Form form = Form.typed(request);
        List<String> languages = Stream.concat(
                        form.values("languages").stream(), form.values("languages" + MORE).stream())
                .filter(code -> !code.isEmpty())
                .toList();
        return answer(
                acts.act(() -> keeping.describe(
                        oneself, all(form, "keywords"), all(form, "subjects"), languages, clock.instant())),
                oneself,
                "form",
                form);
    }

    private static List<String> all(Form form, String field) {
        return Stream.concat(
                        form.values(field).stream(),
                        Arrays.stream(form.asTyped(field + MORE).split("[,;\\n]")))
                .toList();
    }

    private ModelAndView answer(Outcome outcome, Oneself oneself, String which, Form form) {
        Optional<Outcome.Refused> refused = Acts.refusal(outcome);
        if (refused.isEmpty()) {
            return Acts.seeOther("/reviewer/profile?done");
        }
        Profile said = profiles.of(oneself.account());
        ModelAndView again = new ModelAndView(VIEW, model(oneself, said))
                .addObject("away", away(said))
                .addObject("form", described(said));
        again.addObject(which, Acts.with(form, refused.get()));
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    private static Form away(Profile said) {
        return Form.empty()
                .with("until", said.away().map(one -> one.until().toString()).orElse(null))
                .with("note", said.away().map(Profile.Away::note).orElse(null));
    }

    private static Form described(Profile said) {
        return Form.empty()
                .with("keywords", said.keywords().toArray(String[]::new))
                .with("subjects", said.subjects().toArray(String[]::new))
                .with("languages", said.languages().toArray(String[]::new));
    }

    private Map<String, Object> model(Oneself oneself, Profile said) {
        Profiles.Proposals proposals = profiles.proposals(oneself);
        Locale reader = LocaleContextHolder.getLocale();
        Map<String, Object> model = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        model.put("today", today);
        model.put("awayNow", said.awayOn(today).orElse(null));
        model.put("keywords", both(said.keywords(), proposals.keywords()));
        model.put("subjects", both(said.subjects(), proposals.subjects()));
        model.put("languages", named(both(said.languages(), proposals.languages()), reader));
        model.put("allLanguages", named(List.of(Locale.getISOLanguages()), reader));
        return model;
    }

    // one's own first, then what could be one's own
    private static List<String> both(List<String> own, List<String> proposed) {
        return Stream.concat(
                        own.stream(),
                        proposed.stream().filter(word -> own.stream().noneMatch(word::equalsIgnoreCase)))
                .toList();
    }

    private static Map<String, String> named(List<String> codes, Locale reader) {
        return codes.stream()
                .collect(Collectors.toMap(
                        code -> code, code -> Locale.forLanguageTag(code).getDisplayLanguage(reader), (a, b) -> a))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
