package org.imprimatur.publication.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.journal.ConfiguringJournal;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalDraft;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.pages.Answers;
import org.imprimatur.publication.pages.Places;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/production/journals")
class JournalPages {
    private static final String VIEW = "publication/journal";
    private final ConfiguringJournal configuring;
    private final Journals journals;
    private final Answers answers;
    private final DomainClock clock;

    JournalPages(ConfiguringJournal configuring, Journals journals, Answers answers, DomainClock clock) {
        this.configuring = configuring;
        this.journals = journals;
        this.answers = answers;
        this.clock = clock;
    }

    @ModelAttribute
    void place(Model model) {
        Places.JOURNALS.mark(model);
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute(
                "journals",
                journals.all().stream()
                        .filter(journal -> ConfiguringJournal.mayChange(actor, journal.key()))
                        .toList());
        model.addAttribute("mayCreate", ConfiguringJournal.mayCreate(actor));
        return "publication/journals";
    }

    @GetMapping("/new")
    Object fresh(Actor actor, Model model) {
        if (!ConfiguringJournal.mayCreate(actor)) {
            return Refusals.respond(model, HttpStatus.FORBIDDEN, "Only an administrator can set up a journal.");
        }
        Form form = Form.empty()
                .with("language", "en")
                .with("sections", "Articles")
                .with("volumeStyle", "ARABIC")
                .with("issueStyle", "ARABIC")
                .with("journalPattern", "{prefix}/{abbr}")
                .with("volumePattern", "{prefix}/{opaque}")
                .with("issuePattern", "{prefix}/{opaque}")
                .with("articlePattern", "{prefix}/{opaque}")
                .with("pageStart", "EACH_ISSUE");
        return page(form, null, model);
    }

    @PostMapping
    Object create(HttpServletRequest request, Actor actor, Model model) {
        Form form = Form.typed(request);
        if (form.has("act", "preview")) {
            return page(form, null, model);
        }
        return answered(
                answers.inTransaction(
                        () -> configuring.create(draft(form, form.value("key")), actor, clock.instant()),
                        ConfiguringJournal.Configured.class::isInstance),
                form,
                null,
                model);
    }

    @GetMapping("/{key}")
    Object edit(@PathVariable String key, Actor actor, Model model) {
        Journal journal = theirs(key, actor);
        return page(form(journal), journal, model);
    }

    @PostMapping("/{key}")
    Object change(@PathVariable String key, HttpServletRequest request, Actor actor, Model model) {
        Journal journal = theirs(key, actor);
        Form form = Form.typed(request);
        if (form.has("act", "preview")) {
            return page(form, journal, model);
        }
        int basedOn = form.value("version").matches("[0-9]{1,6}") ? Integer.parseInt(form.value("version")) : 0;
        return answered(
                answers.inTransaction(
                        () -> configuring.change(draft(form, key), basedOn, actor, clock.instant()),
                        ConfiguringJournal.Configured.class::isInstance),
                form,
                journal,
                model);
    }

    private Journal theirs(String key, Actor actor) {
        return Optional.of(key)
                .filter(one -> ConfiguringJournal.mayChange(actor, one))
                .flatMap(journals::find)
                .orElseThrow(() -> new NotYours("journal " + key));
    }

    private Object answered(ConfiguringJournal.Answer answer, Form form, Journal journal, Model model) {
        if (answer instanceof ConfiguringJournal.Configured configured) {
            return "redirect:/production/journals/" + configured.journal().key() + "?saved";
        }
        if (answer instanceof ConfiguringJournal.Forbidden forbidden) {
            return Refusals.respond(model, HttpStatus.FORBIDDEN, forbidden.reason());
        }
        Form wrong = form;
        if (answer instanceof ConfiguringJournal.Wrong errors) {
            for (Map.Entry<String, String> error : errors.errors().entrySet()) {
                wrong = wrong.error(error.getKey(), error.getValue());
            }
        } else {
            wrong = wrong.error("", ((ConfiguringJournal.Conflict) answer).reason());
        }
        page(wrong, journal, model);
        return wrong.refused(VIEW, model.asMap());
    }

    private String page(Form form, Journal journal, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("journal", journal);
        model.addAttribute(
                "previews",
                draft(form, journal == null ? form.value("key") : journal.key())
                        .previews(clock.instant().atZone(clock.getZone()).getYear()));
        model.addAttribute("styles", options("ARABIC", "1, 2, 3", "ROMAN", "I, II, III"));
        model.addAttribute(
                "starts",
                options(
                        "EACH_ISSUE", "Each issue begins on page 1",
                        "EACH_VOLUME", "Pages go on through the volume"));
        return VIEW;
    }

    private static Map<String, String> options(String... pairs) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private static JournalDraft draft(Form form, String key) {
        return new JournalDraft(
                key,
                form.value("title"),
                form.value("abbreviation"),
                form.value("issnPrint"),
                form.value("issnOnline"),
                form.value("publisher"),
                form.value("homepage"),
                form.value("recognition"),
                form.value("language"),
                form.value("sections"),
                form.value("volumeStyle"),
                form.value("issueStyle"),
                form.value("doiPrefix"),
                form.value("journalPattern"),
                form.value("volumePattern"),
                form.value("issuePattern"),
                form.value("articlePattern"),
                form.value("pageStart"),
                form.value("licenceName"),
                form.value("licenceUri"));
    }

    private static Form form(Journal journal) {
        var identity = journal.identity();
        return Form.empty()
                .with("version", Integer.toString(journal.version()))
                .with("title", identity.title())
                .with("abbreviation", identity.abbreviation())
                .with("issnPrint", identity.issnPrint().map(Object::toString).orElse(""))
                .with("issnOnline", identity.issnOnline().map(Object::toString).orElse(""))
                .with("publisher", identity.publisher())
                .with("homepage", identity.homepage().toString())
                .with("recognition", identity.recognition().orElse(""))
                .with("language", identity.language().toLanguageTag())
                .with(
                        "sections",
                        String.join(
                                "\n",
                                journal.sections().stream()
                                        .map(section -> section.key() + " | " + section.title())
                                        .toList()))
                .with("volumeStyle", journal.volumeStyle().name())
                .with("issueStyle", journal.issueStyle().name())
                .with("doiPrefix", journal.patterns().prefix())
                .with("journalPattern", journal.patterns().journal().template())
                .with("volumePattern", journal.patterns().volume().template())
                .with("issuePattern", journal.patterns().issue().template())
                .with("articlePattern", journal.patterns().article().template())
                .with("pageStart", journal.pageStart().name())
                .with(
                        "licenceName",
                        journal.licence().map(licence -> licence.name()).orElse(""))
                .with(
                        "licenceUri",
                        journal.licence()
                                .map(licence -> licence.uri().toString())
                                .orElse(""));
    }
}
