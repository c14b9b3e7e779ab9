package org.imprimatur.review.desk.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.Traces;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.desk.Timeline;
import org.imprimatur.review.desk.Timeline.Asked;
import org.imprimatur.review.desk.Timeline.Key;
import org.imprimatur.review.desk.Timeline.Kind;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** A manuscript's whole history: every filter is an address, and pages are turned by keys. */
@Controller
class HistoryPages {

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST = 200;

    private final SeeingManuscripts seeing;
    private final Timelines timelines;
    private final Timeline timeline;
    private final Permissions permissions;
    private final Traces traces;
    private final Words words;

    HistoryPages(
            SeeingManuscripts seeing,
            Timelines timelines,
            Timeline timeline,
            Permissions permissions,
            Traces traces,
            Words words) {
        this.seeing = seeing;
        this.timelines = timelines;
        this.timeline = timeline;
        this.permissions = permissions;
        this.traces = traces;
        this.words = words;
    }

    @GetMapping("/editor/manuscripts/{number}/history")
    ModelAndView history(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            @AuthenticationPrincipal SignedIn reader) {
        Actor.Person actor = Acts.actor(reader);
        Manuscript manuscript = seeing.see(actor, number).orElseThrow(() -> new NotYours("history of " + number));
        boolean reviewsToo = permissions.may(actor, Act.SEE_REVIEWS, manuscript.matter());
        String sought = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        Asked asked = new Asked(
                Kind.of(kind),
                switch (how) {
                    case "by-hand" -> Optional.of(true);
                    case "automatic" -> Optional.of(false);
                    default -> Optional.empty();
                },
                Optional.of(person).filter(id -> !id.isEmpty()),
                reviewsToo,
                permissions.may(actor, Act.NOTE, manuscript.matter()),
                Key.of(before));
        Optional<String> trace = traces.of(manuscript.id());
        Timelines.Read read = timelines.read(manuscript, asked, sought, ON_A_PAGE, trace);
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("lines", read.lines());
        trace.ifPresent(known -> model.put("trace", known));
        model.put("filters", Map.of("kind", kind, "how", how, "person", person, "q", sought));
        model.put("people", people(manuscript, reviewsToo));
        model.put("further", !before.isEmpty());
        String base = "/editor/manuscripts/" + number + "/history";
        if (read.next() != null) {
            model.put(
                    "next",
                    UriComponentsBuilder.fromPath(base)
                            .queryParam("kind", "{kind}")
                            .queryParam("how", "{how}")
                            .queryParam("person", "{person}")
                            .queryParam("q", "{q}")
                            .queryParam("before", "{before}")
                            .encode()
                            .buildAndExpand(kind, how, person, sought, read.next())
                            .toUriString());
        }
        return new ModelAndView("review/history", model);
    }

    // whoever did something, by name; the process and other services have none and are "automatic"
    private Map<String, String> people(Manuscript manuscript, boolean reviewsToo) {
        Map<String, String> people = new LinkedHashMap<>();
        timeline.actors(manuscript.id(), reviewsToo)
                .forEach(id -> words.actor(id).ifPresent(name -> people.put(id, name)));
        return people;
    }
}
