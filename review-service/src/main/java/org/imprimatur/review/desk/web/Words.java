package org.imprimatur.review.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.desk.MailTrail.Change;
import org.imprimatur.review.desk.MailTrail.Trail;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Troubles.Kind;
import org.imprimatur.review.desk.Troubles.Trouble;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.web.HistoryLine;
import org.imprimatur.web.words.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns keys, ids and moments into the words that editors read. Names are put in here, at the moment of showing. */
@Component
class Words {

    private final MessageSource messages;
    private final Dates dates;
    private final People people;
    private final Reviewers reviewers;
    private final Rounds rounds;

    Words(MessageSource messages, Dates dates, People people, Reviewers reviewers, Rounds rounds) {
        this.messages = messages;
        this.dates = dates;
        this.people = people;
        this.reviewers = reviewers;
        this.rounds = rounds;
    }

    String step(String step) {
        return say("step." + step, step);
    }

    /** What a queue is called. */
    String needed(Needed needed) {
        return of(neededKey(needed));
    }

    String neededKey(Needed needed) {
        return "needed." + needed.key();
    }

    /** What the bundle says under this key; what is no key of it says itself. */
    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    /** What is owed at a step. */
    String owed(String step) {
        return say("owed." + step, step(step));
    }

    String whose(String whose, Optional<String> account) {
        return account.map(people::nameOf).orElse(say("whose." + whose, whose));
    }

    String planned(String what) {
        return say("planned." + what, what);
    }

    String time(Instant at) {
        return dates.time(at);
    }

    /** {@code Feb 2024}. */
    String month(LocalDate month) {
        return DateTimeFormatter.ofPattern("MMM uuuu", LocaleContextHolder.getLocale())
                .format(month);
    }

    String day(Instant at) {
        return dates.day(at);
    }

    /** Who an id of the history is; empty for the process and for other services. */
    Optional<String> actor(String id) {
        if (id.equals("process") || id.startsWith("service/")) {
            return Optional.empty();
        }
        return Optional.of(
                id.startsWith("invitation/") ? reviewerOf(id.substring("invitation/".length())) : people.nameOf(id));
    }

    private String reviewerOf(String invitation) {
        return rounds.invitation(invitation)
                .map(Invitation::reviewer)
                .flatMap(reviewers::find)
                .map(Reviewer::name)
                .orElse("A reviewer");
    }

    /** @param trace the manuscript's own: a line that was written upon another says so */
    HistoryLine line(History.Entry entry, Optional<String> trace) {
        Object[] words = entry.words().stream().map(this::word).toArray();
        return new HistoryLine(
                entry.at(),
                actor(entry.actor()).orElse(null),
                messages.getMessage("history." + entry.what(), words, entry.what(), LocaleContextHolder.getLocale()),
                messages.getMessage("history." + entry.what() + ".more", words, null, LocaleContextHolder.getLocale()),
                entry.trace().filter(one -> !trace.equals(Optional.of(one))).orElse(null));
    }

    /** A mail in the history, with what became of it and the other server's word on it. */
    HistoryLine line(Trail trail, List<Contributor> byLine) {
        List<Change> changes = trail.changes();
        String states = changes.stream()
                // that it waited is no news of one that left
                .filter(change -> changes.size() == 1 || !change.state().equals("queued"))
                .map(change -> say("mail-state." + change.state(), change.state())
                        + (change.answer().isEmpty() ? "" : ": " + change.answer()))
                .collect(Collectors.joining(" · "));
        return new HistoryLine(
                trail.last().at(),
                null,
                of(
                        "history.mails",
                        recipient(trail.mail().recipient(), byLine),
                        mail(trail.mail().kind())),
                states);
    }

    /** What went wrong, in a sentence. */
    String trouble(Trouble trouble, List<Contributor> byLine) {
        return messages.getMessage(
                "trouble." + trouble.state().word(),
                new Object[] {
                    say("service." + trouble.service(), trouble.service()),
                    trouble.kind() == Kind.MAIL ? mail(trouble.about()) : trouble.about(),
                    recipient(trouble.who(), byLine)
                },
                LocaleContextHolder.getLocale());
    }

    private String mail(String kind) {
        return say("mail." + kind, kind.replace('-', ' '));
    }

    private String recipient(String id, List<Contributor> byLine) {
        if (id.matches("contributor/\\d{1,4}")) {
            int at = Integer.parseInt(id.substring("contributor/".length()));
            return at < byLine.size() ? byLine.get(at).name() : "a contributor";
        }
        return word(id);
    }

    // what a history speaks of says by itself what it is
    private String word(String word) {
        Map<String, Function<String, String>> kinds = Map.of(
                "account/",
                people::nameOf,
                "reviewer/",
                id -> reviewers.find(id).map(Reviewer::name).orElse("a reviewer"),
                "service/",
                id -> say("service." + id, id));
        for (var kind : kinds.entrySet()) {
            if (word.startsWith(kind.getKey())) {
                return kind.getValue().apply(word.substring(kind.getKey().length()));
            }
        }
        if (word.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            try {
                return dates.moment(Instant.parse(word));
            } catch (DateTimeException noMoment) {
                return word;
            }
        }
        String step = say("step." + word, null);
        return step == null ? say("whose." + word, word) : step;
    }

    private String say(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }

    /** A file that somebody looked at. */
    HistoryLine line(FilesSeen.Seen seen) {
        Object[] words = {seen.version(), seen.file()};
        return new HistoryLine(seen.at(), actor(seen.actor()).orElse(null), of("seen." + seen.kind(), words), null);
    }

    /** Somebody of the history, by an id like {@code account/…}. */
    String account(String word) {
        return word(word);
    }
}
