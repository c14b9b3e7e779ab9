package org.imprimatur.gateway.notices.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.Notice;
import org.imprimatur.gateway.notices.Notices.Wish;
import org.imprimatur.gateway.notices.ReadingNotices;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What one was told, to read and to put away. */
@Controller
@RequestMapping("/notices")
class NoticePages {
    private static final int SIZE = 30;

    private final ReadingNotices reading;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticePages(ReadingNotices reading, MessageSource messages, TransactionTemplate transaction, Clock clock) {
        this.reading = reading;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the address asks for, as it was typed. */
    record Asked(String show, String journal, String kind, String number) {
        Asked {
            show = "all".equals(show) ? show : "";
            journal = journal == null ? "" : journal;
            kind = kind == null ? "" : kind;
            number = number == null ? "" : number.strip();
        }

        public Wish wish() {
            return new Wish(
                    !show.isEmpty(),
                    Optional.of(journal).filter(asked -> !asked.isEmpty()),
                    Kind.of(kind),
                    Optional.of(number).filter(asked -> !asked.isEmpty()));
        }

        public boolean narrow() {
            return !journal.isEmpty() || !kind.isEmpty() || !number.isEmpty();
        }

        /** The list's address with this and one thing more. */
        public String with(String name, Object value) {
            var address = UriComponentsBuilder.fromPath("/notices");
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("show", show);
            parts.put("journal", journal);
            parts.put("kind", kind);
            parts.put("number", number);
            parts.put(name, value.toString());
            parts.forEach((part, text) -> {
                if (!text.isEmpty()) {
                    address.queryParam(part, "{" + part + "}");
                }
            });
            return address.encode().buildAndExpand(parts).toUriString();
        }
    }

    /** Notices of one manuscript that follow each other. */
    record Group(String number, String journal, List<Notice> notices) {}

    @ModelAttribute
    Asked asked(
            @RequestParam(required = false) String show,
            @RequestParam(required = false) String journal,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String number) {
        return new Asked(show, journal, kind, number);
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn person,
            @ModelAttribute Asked asked,
            @RequestParam(required = false) UUID after,
            @RequestParam(required = false) UUID done,
            Model model) {
        List<Notice> found = reading.list(person.account(), asked.wish(), Optional.ofNullable(after), SIZE + 1);
        List<Notice> page = found.subList(0, Math.min(SIZE, found.size()));
        model.addAttribute("asked", asked);
        model.addAttribute(
                "form",
                Form.empty()
                        .with("journal", asked.journal())
                        .with("kind", asked.kind())
                        .with("number", asked.number()));
        model.addAttribute("unreadGroups", groups(page, false));
        model.addAttribute("readGroups", groups(page, true));
        model.addAttribute(
                "later",
                found.size() > SIZE ? asked.with("after", page.get(SIZE - 1).id()) : null);
        model.addAttribute("earlier", after != null);
        model.addAttribute("done", done);
        model.addAttribute("until", clock.instant());
        model.addAttribute(
                "journals",
                reading.journals(person.account()).stream()
                        .collect(Collectors.toMap(key -> key, key -> key, (one, other) -> one, LinkedHashMap::new)));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(
                    kind.word(),
                    messages.getMessage("notice." + kind.word() + ".name", null, LocaleContextHolder.getLocale()));
        }
        model.addAttribute("kinds", kinds);
        return "gateway/notices";
    }

    private static List<Group> groups(List<Notice> page, boolean read) {
        Map<String, List<Notice>> byManuscript = page.stream()
                .filter(notice -> notice.readAt().isPresent() == read)
                .collect(Collectors.groupingBy(Notice::manuscript, LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        byManuscript
                .values()
                .forEach(notices -> groups.add(
                        new Group(notices.get(0).number(), notices.get(0).journal(), notices)));
        return groups;
    }

    /** The bell of an open page, again. Whoever isn't signed in any more isn't disturbed by it. */
    @GetMapping("/bell")
    Object bell(@AuthenticationPrincipal Object person) {
        return person instanceof SignedIn
                ? "web/base :: bell"
                : ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/read")
    String read(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id, @ModelAttribute Asked asked) {
        UUID batch = UUID.randomUUID();
        if (!Boolean.TRUE.equals(
                transaction.execute(status -> reading.read(person.account(), id, batch, clock.instant())))) {
            throw new NotYours("notice " + id);
        }
        return "redirect:" + asked.with("done", batch);
    }

    @PostMapping("/read")
    String readAll(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant until,
            @ModelAttribute Asked asked) {
        UUID batch = UUID.randomUUID();
        transaction.executeWithoutResult(status -> reading.readAll(person.account(), until, batch, clock.instant()));
        return "redirect:" + asked.with("done", batch);
    }

    @PostMapping("/undo")
    String undo(@AuthenticationPrincipal SignedIn person, @RequestParam UUID batch, @ModelAttribute Asked asked) {
        transaction.executeWithoutResult(status -> reading.undo(person.account(), batch));
        return "redirect:" + asked.with("show", asked.show());
    }
}
