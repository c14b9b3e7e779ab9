package org.imprimatur.gateway.notices.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.gateway.notices.ChoosingDelivery;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.Preferences;
import org.imprimatur.gateway.notices.Rhythm;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How one wants to hear of what. */
@Controller
@RequestMapping("/account/notices")
class ChoicePages {
    private static final String PAGE = "gateway/account-notices";
    private static final String HOUSE = "*";
    private static final int HOURS = 24;

    private final ChoosingDelivery choosing;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ChoicePages(ChoosingDelivery choosing, MessageSource messages, TransactionTemplate transaction) {
        this.choosing = choosing;
        this.messages = messages;
        this.transaction = transaction;
    }

    @GetMapping
    String choices(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = Preferences.EVERYWHERE) String journal,
            @RequestParam(required = false) String done,
            Model model) {
        show(person, journal, model);
        Rhythm rhythm = choosing.rhythm(person.account());
        model.addAttribute(
                "rhythmForm",
                Form.empty()
                        .with("zone", rhythm.zone().getId())
                        .with("hour", Integer.toString(rhythm.hour()))
                        .with("day", rhythm.day().name()));
        model.addAttribute("done", done != null);
        return PAGE;
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = Preferences.EVERYWHERE) String journal,
            @RequestParam Map<String, String> typed) {
        ofTheirs(person, journal);
        Map<Kind, Delivery> chosen = new EnumMap<>(Kind.class);
        chosen.putAll(choosing.chosen(person.account()).getOrDefault(journal, Map.of()));
        for (Kind kind : kinds(person, journal)) {
            Optional<Delivery> delivery = Delivery.of(typed.getOrDefault(kind.word(), ""));
            delivery.ifPresentOrElse(one -> chosen.put(kind, one), () -> chosen.remove(kind));
        }
        transaction.executeWithoutResult(status -> choosing.choose(person.account(), journal, chosen));
        return "redirect:/account/notices?done" + (journal.isEmpty() ? "" : "&journal=" + journal);
    }

    @PostMapping("/rhythm")
    Object keep(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String hour,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        Optional<Rhythm> rhythm = rhythm(zone, hour, day);
        if (rhythm.isEmpty()) {
            show(person, Preferences.EVERYWHERE, model);
            Form typed = Form.empty().with("zone", zone).with("hour", hour).with("day", day);
            model.addAttribute("rhythmForm", typed.error("zone", say("notices.rhythm.wrong")));
            var page = new ModelAndView(PAGE, model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        transaction.executeWithoutResult(status -> choosing.choose(person.account(), rhythm.get()));
        return "redirect:/account/notices?done";
    }

    private static Optional<Rhythm> rhythm(String zone, String hour, String day) {
        try {
            return Optional.of(new Rhythm(ZoneId.of(zone), Integer.parseInt(hour), DayOfWeek.valueOf(day)));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private void show(SignedIn person, String journal, Model model) {
        ofTheirs(person, journal);
        Map<Kind, Delivery> chosen = choosing.chosen(person.account()).getOrDefault(journal, Map.of());
        Form form = Form.empty();
        for (Map.Entry<Kind, Delivery> one : chosen.entrySet()) {
            form = form.with(one.getKey().word(), one.getValue().word());
        }
        model.addAttribute("form", form);
        model.addAttribute("journal", journal);
        model.addAttribute("journals", journals(person));
        model.addAttribute(
                "parts",
                kinds(person, journal).stream()
                        .collect(Collectors.groupingBy(
                                kind -> kind.page().name().toLowerCase(Locale.ROOT),
                                LinkedHashMap::new,
                                Collectors.toList())));
        Map<String, String> deliveries = new LinkedHashMap<>();
        for (Delivery delivery : Delivery.values()) {
            deliveries.put(delivery.word(), say("delivery." + delivery.word()));
        }
        model.addAttribute("deliveries", deliveries);
        model.addAttribute("zones", zones());
        model.addAttribute("hours", hours());
        Map<String, String> days = new LinkedHashMap<>();
        for (DayOfWeek one : DayOfWeek.values()) {
            days.put(one.name(), one.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale()));
        }
        model.addAttribute("days", days);
    }

    /** What the person may be told of: as an author or reviewer everybody, as an editor who is one. */
    private static List<Kind> kinds(SignedIn person, String journal) {
        boolean edits = !journals(person).isEmpty();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isForEverybody() ? journal.isEmpty() : edits)
                .toList();
    }

    private static List<String> journals(SignedIn person) {
        return person.roles().stream()
                .map(Held::journal)
                .filter(held -> !held.equals(HOUSE))
                .distinct()
                .sorted()
                .toList();
    }

    private static void ofTheirs(SignedIn person, String journal) {
        if (!journal.isEmpty() && !journals(person).contains(journal)) {
            throw new NotYours("choices for the journal " + journal);
        }
    }

    private static Map<String, String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") || id.equals("UTC"))
                .sorted()
                .collect(Collectors.toMap(
                        id -> id, id -> id.replace('_', ' '), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> hours() {
        Map<String, String> hours = new LinkedHashMap<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.put(Integer.toString(hour), "%02d:00".formatted(hour));
        }
        return hours;
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
