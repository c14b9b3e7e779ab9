package org.imprimatur.review.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Queue.After;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Move;
import org.imprimatur.review.desk.Queue.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The dashboard's address: what it asks for, and how that is asked for. Every state of a list has one; without anything
 * it asks for what is one's own move, oldest first.
 */
final class Asking {

    static final String PATH = "/editor";
    private static final int LONGEST = 200;

    private Asking() {}

    /** @throws ResponseStatusException 400 where the address asks for what there isn't */
    static Asked of(Map<String, String> parameters) {
        Optional<Needed> needed =
                value(parameters, "queue").map(key -> Needed.of(key).orElseThrow(Asking::nonsense));
        Optional<String> journal = value(parameters, "journal");
        Optional<String> section = value(parameters, "section");
        Optional<String> step = value(parameters, "step");
        Optional<String> editor = value(parameters, "editor");
        String words = value(parameters, "q").orElse("");
        boolean late = value(parameters, "late").filter("true"::equals).isPresent();
        Asked unmoved = new Asked(needed, Move.ANY, late, journal, section, step, editor, words, Order.OLDEST, null);
        Order order = value(parameters, "sort")
                .map(word -> named(Order.values(), word))
                .orElse(usual(needed));
        Move move = value(parameters, "move")
                .map(word -> named(Move.values(), word))
                .orElse(usual(unmoved));
        return new Asked(
                needed,
                move,
                late,
                journal,
                section,
                step,
                editor,
                words,
                order,
                value(parameters, "after").map(after -> after(after, order)).orElse(null));
    }

    /** What this asks for, as {@link #of} reads it; nothing where it is as usual. */
    static String query(Asked asked) {
        Map<String, String> parts = new LinkedHashMap<>();
        asked.needed().ifPresent(needed -> parts.put("queue", needed.key()));
        if (asked.move() != usual(asked)) {
            parts.put("move", word(asked.move()));
        }
        if (asked.late()) {
            parts.put("late", "true");
        }
        asked.journal().ifPresent(journal -> parts.put("journal", journal));
        asked.section().ifPresent(section -> parts.put("section", section));
        asked.step().ifPresent(step -> parts.put("step", step));
        asked.editor().ifPresent(editor -> parts.put("editor", editor));
        if (!asked.words().isEmpty()) {
            parts.put("q", asked.words());
        }
        if (asked.order() != usual(asked.needed())) {
            parts.put("sort", word(asked.order()));
        }
        if (asked.after() != null) {
            After after = asked.after();
            parts.put("after", after.rank() + "," + after.key() + "," + after.id());
        }
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        parts.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        String whole = query.encode().buildAndExpand(parts).toUriString();
        return whole.isEmpty() ? "" : whole.substring(1);
    }

    /** The address of this list. */
    static String address(Asked asked) {
        String query = query(asked);
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** What is asked for by an address that we made before; by one that isn't ours, what is usual. */
    static Asked again(String query) {
        try {
            return of(
                    UriComponentsBuilder.fromUriString("?" + query)
                            .build()
                            .getQueryParams()
                            .toSingleValueMap()
                            .entrySet()
                            .stream()
                            .filter(part -> part.getValue() != null)
                            .collect(java.util.stream.Collectors.toMap(
                                    Map.Entry::getKey,
                                    part -> java.net.URLDecoder.decode(
                                            part.getValue(), java.nio.charset.StandardCharsets.UTF_8))));
        } catch (ResponseStatusException | IllegalArgumentException notOurs) {
            return of(Map.of());
        }
    }

    private static Order usual(Optional<Needed> needed) {
        return needed.filter(Needed::isEnded).isPresent() ? Order.NEWEST : Order.OLDEST;
    }

    // who asks for nothing else wants to know what to do
    private static Move usual(Asked asked) {
        boolean nothing = asked.needed().isEmpty()
                && !asked.late()
                && asked.journal().isEmpty()
                && asked.section().isEmpty()
                && asked.step().isEmpty()
                && asked.editor().isEmpty()
                && asked.words().isEmpty();
        return nothing ? Move.MINE : Move.ANY;
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(E[] all, String word) {
        return Arrays.stream(all)
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(Asking::nonsense);
    }

    private static After after(String text, Order order) {
        int first = text.indexOf(',');
        int last = text.lastIndexOf(',');
        if (first < 1 || last <= first) {
            throw nonsense();
        }
        String key = text.substring(first + 1, last);
        try {
            if (order != Order.NUMBER && !key.equals(Asked.NEVER)) {
                Instant.parse(key);
            }
            return new After(Integer.parseInt(text.substring(0, first)), key, text.substring(last + 1));
        } catch (DateTimeException | NumberFormatException neither) {
            throw nonsense();
        }
    }

    private static Optional<String> value(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(String::strip)
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                .filter(value -> !value.isEmpty());
    }

    private static ResponseStatusException nonsense() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
