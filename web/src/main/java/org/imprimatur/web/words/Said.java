package org.imprimatur.web.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** English sentences by their words, with and without something put into them. */
final class Said {
    private static final String PREFIX = "said.";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Open> open = new ArrayList<>();

    private Said() {}

    /** A sentence's key, and what was put into it, in the key's order. */
    record Found(String key, Object[] arguments) {}

    private record Open(Pattern sentence, List<Integer> places, String key, int length) {}

    static Said of(List<ResourceBundle> english) {
        var said = new Said();
        for (ResourceBundle bundle : english) {
            bundle.keySet().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .forEach(key -> said.learn(key, bundle.getString(key)));
        }
        said.open.sort(Comparator.comparing(Open::length).reversed());
        return said;
    }

    private void learn(String key, String words) {
        Matcher place = PLACE.matcher(words);
        if (!place.find()) {
            whole.put(words.toLowerCase(Locale.ROOT), key);
            return;
        }
        var pattern = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        String sentence = words.replace("''", "'");
        place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(sentence.substring(from, place.start())))
                    .append("(.+?)");
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        pattern.append(Pattern.quote(sentence.substring(from)));
        open.add(new Open(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, key, sentence.length()));
    }

    Optional<Found> find(String sentence) {
        String key = whole.get(sentence.toLowerCase(Locale.ROOT));
        if (key != null) {
            return Optional.of(new Found(key, null));
        }
        return open.stream().flatMap(one -> in(one, sentence).stream()).findFirst();
    }

    private static Optional<Found> in(Open one, String sentence) {
        Matcher matcher = one.sentence().matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Object[] arguments = new Object
                [one.places().stream().mapToInt(place -> place + 1).max().orElseThrow()];
        IntStream.range(0, one.places().size())
                .forEach(group -> arguments[one.places().get(group)] = matcher.group(group + 1));
        return Optional.of(new Found(one.key(), arguments));
    }
}
