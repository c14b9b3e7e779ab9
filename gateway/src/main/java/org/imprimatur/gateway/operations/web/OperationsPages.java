package org.imprimatur.gateway.operations.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.gateway.operations.LookingAfterServices;
import org.imprimatur.gateway.operations.Outcome;
import org.imprimatur.gateway.operations.Report;
import org.imprimatur.gateway.operations.Report.Held;
import org.imprimatur.gateway.operations.ServiceState;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.imprimatur.web.words.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How all services stand, for administrators of the house. Everybody else finds nothing here. */
@Controller
@RequestMapping("/admin/operations")
class OperationsPages {
    private static final String PAGE = "/admin/operations";
    private static final int LATELY = 30;
    private static final List<String> TROUBLED_MAIL = List.of("BOUNCED", "FAILED");

    private final LookingAfterServices looking;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock = Clock.systemUTC();

    OperationsPages(LookingAfterServices looking, Accounts accounts, MessageSource messages, Dates dates) {
        this.looking = looking;
        this.accounts = accounts;
        this.messages = messages;
        this.dates = dates;
    }

    /** A message that isn't handled, with its words; {@code chosen} when a form about it came back. */
    record Waiting(
            String service,
            String name,
            String id,
            String what,
            String subject,
            String cause,
            String tries,
            String since,
            boolean chosen) {}

    /** One service; {@code facts} is empty when it is away. */
    record Card(String name, String tone, String state, Map<String, String> facts) {}

    /** What happened lately. */
    record Line(Instant at, String name, String what, String more) {}

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn person, Model model) {
        return show(person(person), Form.empty(), "", "", model);
    }

    @PostMapping("/again")
    Object tryAgain(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String message,
            Model model) {
        Actor.Person actor = person(person);
        return answer(actor, looking.tryAgain(actor, service, message), Form.empty(), service, message, model);
    }

    @PostMapping("/skip")
    Object skip(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        Actor.Person actor = person(person);
        Form form = Form.empty().with("reason", reason);
        return answer(actor, looking.skip(actor, service, message, reason), form, service, message, model);
    }

    private Object answer(Actor.Person actor, Outcome outcome, Form form, String service, String message, Model model) {
        return switch (outcome) {
            case DONE -> "redirect:" + PAGE;
            case NOT_ALLOWED -> throw new NotYours("operations");
            case NO_SUCH_SERVICE -> throw new NotYours("service " + service);
            case NOT_WAITING -> Refusals.respond(model, HttpStatus.CONFLICT, say("operations.not-waiting"));
            case AWAY -> throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            case NO_REASON -> {
                Form marked = form.error("reason", say("operations.no-reason"));
                yield marked.refused(show(actor, marked, service, message, model), model.asMap());
            }
        };
    }

    private static Actor.Person person(SignedIn person) {
        Actor.Person actor = new Actor.Person(
                person.account(),
                person.roles().stream()
                        .map(held ->
                                new Grant(held.journal(), Role.of(held.role()).orElseThrow()))
                        .collect(Collectors.toUnmodifiableSet()));
        if (!LookingAfterServices.may(actor)) {
            throw new NotYours("operations");
        }
        return actor;
    }

    private String show(Actor.Person actor, Form form, String service, String message, Model model) {
        List<ServiceState> services = looking.seen(actor).orElseThrow(() -> new NotYours("operations"));
        model.addAttribute(
                "navigation",
                List.of(
                        new NavItem(say("admin.accounts"), "/admin/accounts", false),
                        new NavItem(say("operations.title"), PAGE, true)));
        model.addAttribute("form", form);
        model.addAttribute("at", clock.instant());
        model.addAttribute("parked", waiting(services, "PARKED"::equals, service, message));
        model.addAttribute("held", waiting(services, state -> !state.equals("PARKED"), service, message));
        model.addAttribute("errands", errands(services));
        model.addAttribute("services", services.stream().map(this::card).toList());
        model.addAttribute(
                "away", services.stream().anyMatch(one -> one.report().isEmpty()));
        model.addAttribute("lately", lately(services));
        return "gateway/operations";
    }

    private List<Waiting> waiting(
            List<ServiceState> services, Predicate<String> state, String service, String message) {
        List<Waiting> all = new ArrayList<>();
        for (ServiceState one : services) {
            one.report()
                    .ifPresent(report -> report.held().stream()
                            .filter(held -> state.test(held.state()))
                            .forEach(held -> all.add(new Waiting(
                                    one.service(),
                                    name(one.service()),
                                    held.id(),
                                    plain(held.type()),
                                    held.subject(),
                                    held.cause(),
                                    tries(held),
                                    age(held.since(), report.at()),
                                    one.service().equals(service) && held.id().equals(message)))));
        }
        return all;
    }

    private String tries(Held held) {
        return held.state().equals("EARLY")
                ? say("operations.early")
                : held.nextAttempt() == null
                        ? say("operations.tried", held.attempts())
                        : say("operations.retrying", held.attempts(), dates.moment(held.nextAttempt()));
    }

    private List<Waiting> errands(List<ServiceState> services) {
        List<Waiting> all = new ArrayList<>();
        for (ServiceState one : services) {
            one.report()
                    .ifPresent(report -> report.errands()
                            .forEach(failing -> all.add(new Waiting(
                                    one.service(),
                                    name(one.service()),
                                    failing.key(),
                                    failing.kind().replace('-', ' '),
                                    failing.key(),
                                    failing.cause(),
                                    say(
                                            "operations.retrying",
                                            failing.attempts(),
                                            failing.nextAttempt() == null ? "" : dates.moment(failing.nextAttempt())),
                                    "",
                                    false))));
        }
        return all;
    }

    private Card card(ServiceState one) {
        if (one.report().isEmpty()) {
            return new Card(name(one.service()), "is-bad", say("operations.away"), Map.of());
        }
        Report report = one.report().get();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                say("operations.outbox"),
                report.outbox().oldest() == null
                        ? say("operations.outbox.none")
                        : say(
                                "operations.outbox.some",
                                report.outbox().messages(),
                                age(report.outbox().oldest(), report.at())));
        facts.put(say("operations.lag"), report.lag() == null ? say("operations.lag.unknown") : "" + report.lag());
        facts.put(say("operations.inbox"), counts("inbox", report.inbox()));
        facts.put(say("operations.mail"), counts("mail", report.mail()));
        new TreeMap<>(report.tallies())
                .forEach((tally, states) -> facts.put(word("tally", tally), counts("tally." + tally, states)));
        long parked = report.inbox().getOrDefault("PARKED", 0L);
        boolean mails = TROUBLED_MAIL.stream().anyMatch(state -> report.mail().getOrDefault(state, 0L) > 0);
        return new Card(
                name(one.service()),
                parked > 0 ? "is-late" : mails ? "is-wait" : "is-done",
                say(parked > 0 ? "operations.waits" : mails ? "operations.mails" : "operations.well"),
                facts);
    }

    private String counts(String kind, Map<String, Long> states) {
        String all = states.entrySet().stream()
                .filter(state -> state.getValue() > 0)
                .map(state -> word(kind, state.getKey().toLowerCase(Locale.ROOT)) + ": " + state.getValue())
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? say("operations.none") : all;
    }

    private List<Line> lately(List<ServiceState> services) {
        List<Map.Entry<String, Report.Incident>> newest = services.stream()
                .flatMap(one -> one.report().stream()
                        .flatMap(report -> report.incidents().stream())
                        .map(incident -> Map.entry(one.service(), incident)))
                .sorted(Comparator.comparing((Map.Entry<String, Report.Incident> one) ->
                                one.getValue().at())
                        .reversed())
                .limit(LATELY)
                .toList();
        Set<String> actors = new HashSet<>();
        newest.forEach(one -> actors.add(String.valueOf(one.getValue().actor())));
        Map<String, String> names =
                accounts.byIds(List.copyOf(actors)).stream().collect(Collectors.toMap(Account::id, Account::name));
        return newest.stream()
                .map(one -> {
                    Report.Incident incident = one.getValue();
                    String who =
                            incident.actor() == null ? null : names.getOrDefault(incident.actor(), incident.actor());
                    return new Line(
                            incident.at(),
                            who == null ? name(one.getKey()) : who,
                            say("operations.incident." + incident.kind().toLowerCase(Locale.ROOT))
                                    + (who == null ? "" : " · " + name(one.getKey())),
                            incident.detail() + " · " + incident.subject());
                })
                .toList();
    }

    private String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.toSeconds() < 60 ? say("operations.seconds", Math.max(0, age.toSeconds())) : dates.since(since, now);
    }

    private String name(String service) {
        return say("operations.service." + service);
    }

    private String word(String kind, String key) {
        return messages.getMessage(
                "operations." + kind + "." + key, null, key.replace('_', ' '), LocaleContextHolder.getLocale());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    // imprimatur.publication.proof-ready.v1 is "proof ready" to a person
    private static String plain(String type) {
        return type.replaceFirst("\\.v\\d+$", "").replaceFirst(".*\\.", "").replace('-', ' ');
    }
}
