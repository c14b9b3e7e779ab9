package org.imprimatur.review.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.policy.ChangingPolicy;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PolicyPages {

    private static final String VIEW = "review/policy";

    private final Policies policies;
    private final ChangingPolicy changing;
    private final Permissions permissions;
    private final Acts acts;
    private final DomainClock clock;

    PolicyPages(Policies policies, ChangingPolicy changing, Permissions permissions, Acts acts, DomainClock clock) {
        this.policies = policies;
        this.changing = changing;
        this.permissions = permissions;
        this.acts = acts;
        this.clock = clock;
    }

    /** A setting as the page shows it. */
    record Setting(String name, String label, String hint) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("reviewsNeeded", "Reviews needed", "how many must be in before a decision is asked for"),
            new Setting(
                    "invitedSideBySide",
                    "Invited side by side",
                    "how many reviewers are asked at once, unless the editor chooses otherwise"),
            new Setting("roundsAllowed", "Rounds allowed", "after so many rounds no other is begun"),
            new Setting("answerWithin", "Answer within", "how long an invitation waits for an answer"),
            new Setting("answerReminderAfter", "Remind to answer after", "before the time to answer is over"),
            new Setting("reviewWithin", "Review within", "from acceptance on"),
            new Setting("reviewReminderAfter", "Remind to review after", "before the review is due"),
            new Setting("reviewLateReminderEvery", "Remind of a late review every", ""),
            new Setting("revisionWithin", "Revision within", "from the decision on"),
            new Setting("revisionReminderAfter", "Remind of the revision after", "before it is due"),
            new Setting("screenWithin", "Screen within", ""),
            new Setting("decideWithin", "Decide within", ""),
            new Setting(
                    "letterHeldFor",
                    "Letters are held for",
                    "until then a decision can be taken back; 0 minutes lets it leave at once"),
            new Setting("proofReminderAfter", "Remind of a proof after", ""),
            new Setting("answerCommandWithin", "Production answers within", "after that somebody is told"));

    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("editor", "The handling editor, alone");
        CHECKS.put("round", "The reviewers, in another round");
    }

    @GetMapping("/editor/{journal}/policy")
    ModelAndView show(@PathVariable String journal, @AuthenticationPrincipal SignedIn person) {
        if (!permissions.may(Acts.actor(person), Act.SEE_POLICY, Matter.of(journal))) {
            throw new NotYours("policy of " + journal);
        }
        Policies.Versioned current = policies.current(journal);
        Form form = Form.empty().with("version", Integer.toString(current.version()));
        for (var setting : current.policy().settings().entrySet()) {
            form = form.with(setting.getKey(), Spans.words(setting.getValue().toString()));
        }
        return new ModelAndView(VIEW, model(journal, current, person)).addObject("form", form);
    }

    @PostMapping("/editor/{journal}/policy")
    ModelAndView change(
            @PathVariable String journal,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Form form = Form.typed(request);
        Map<String, String> typed =
                Policy.NAMES.stream().collect(Collectors.toMap(name -> name, name -> Spans.kept(form.value(name))));
        int basedOn = form.value("version").matches("\\d{1,6}") ? Integer.parseInt(form.value("version")) : -1;
        Optional<Outcome.Refused> refused = Acts.refusal(
                acts.act(() -> changing.change(Acts.actor(person), journal, basedOn, typed, clock.instant())));
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/" + journal + "/policy");
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        Policies.Versioned current = policies.current(journal);
        ModelAndView again = Acts.with(form.with("version", Integer.toString(current.version())), refused.get())
                .refused(VIEW, model(journal, current, person));
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    private Map<String, Object> model(String journal, Policies.Versioned current, SignedIn person) {
        return Map.of(
                "journal", journal,
                "version", current.version(),
                "settings", SETTINGS,
                "checks", CHECKS,
                "may", permissions.may(Acts.actor(person), Act.SET_POLICY, Matter.of(journal)));
    }
}
