package org.imprimatur.review.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all editors' pages know: the way between them, the journal's name, and the domain's time. */
@ControllerAdvice
class EditorPages {

    private final Journals journals;
    private final Permissions permissions;
    private final DomainClock clock;

    EditorPages(Journals journals, Permissions permissions, DomainClock clock) {
        this.journals = journals;
        this.permissions = permissions;
        this.clock = clock;
    }

    @ModelAttribute
    void facts(Model model, HttpServletRequest request, @AuthenticationPrincipal SignedIn person) {
        model.addAttribute("now", clock.instant());
        String path = request.getRequestURI();
        if (person == null || !path.startsWith("/editor")) {
            return;
        }
        Actor.Person actor = Acts.actor(person);
        List<String> mine = actor.journals().stream().sorted().toList();
        List<NavItem> navigation = new ArrayList<>();
        navigation.add(
                new NavItem("Dashboard", "/editor", path.equals("/editor") || path.startsWith("/editor/manuscripts")));
        navigation.add(new NavItem("Issues", "/production", false));
        mine.forEach(journal -> {
            String of = mine.size() > 1 ? " of " + journal : "";
            String base = "/editor/" + journal;
            if (permissions.may(actor, Act.KEEP_REVIEWERS, Matter.of(journal))) {
                navigation.add(new NavItem("Reviewers" + of, base + "/reviewers", path.equals(base + "/reviewers")));
            }
            if (permissions.may(actor, Act.SEE_PULSE, Matter.of(journal))) {
                navigation.add(new NavItem("Pulse" + of, base + "/pulse", path.equals(base + "/pulse")));
            }
            navigation.add(new NavItem("Policy" + of, base + "/policy", path.equals(base + "/policy")));
        });
        model.addAttribute("navigation", navigation);
        model.addAttribute("journalHref", "/editor");
        if (mine.size() == 1) {
            model.addAttribute("journalName", journals.title(mine.get(0)));
        }
    }
}
