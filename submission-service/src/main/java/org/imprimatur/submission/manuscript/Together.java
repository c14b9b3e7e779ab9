package org.imprimatur.submission.manuscript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Brings one list together that was changed in two windows, row by row: what one of them added, changed, moved or removed
 * holds, as long as the other left that row, or the order, alone. Rows have no names: a row is known again by being the
 * same, else by something that is one person's, else by being the only one left.
 *
 * @param signs what a row is known by again, none of them blank
 * @param fits whether a list can be, beyond each of its rows
 */
record Together<T>(Function<T, List<String>> signs, Predicate<List<T>> fits) {

    /**
     * @param base what the window showed, {@code mine} what its author made of it, {@code theirs} what is stored
     * @param over whether mine wins where both changed the same
     * @return empty where both changed the same row or the order, and not to the same
     */
    Optional<List<T>> bring(List<T> base, List<T> mine, List<T> theirs, boolean over) {
        int[] mineOf = pairs(base, mine);
        int[] theirsOf = pairs(base, theirs);
        Map<Integer, T> kept = new HashMap<>();
        for (int row = 0; row < base.size(); row++) {
            T was = base.get(row);
            Optional<T> here = at(mine, mineOf[row]);
            Optional<T> there = at(theirs, theirsOf[row]);
            boolean left = here.equals(Optional.of(was));
            boolean leftThere = there.equals(Optional.of(was));
            if (!left && !leftThere && !here.equals(there) && !over) {
                return Optional.empty();
            }
            int at = row;
            (left ? there : here).ifPresent(value -> kept.put(at, value));
        }
        List<Integer> inMine = order(mineOf, kept);
        List<Integer> inTheirs = order(theirsOf, kept);
        boolean moved = isMoved(inMine);
        if (moved && isMoved(inTheirs) && !inMine.equals(inTheirs) && !over) {
            return Optional.empty();
        }
        List<Entry<T>> ours = entries(mine, mineOf, kept);
        List<Entry<T>> stored = entries(theirs, theirsOf, kept);
        List<T> all = (moved ? with(ours, stored) : with(stored, ours))
                .stream().map(Entry::value).toList();
        return over || fits.test(all) ? Optional.of(all) : Optional.empty();
    }

    private static <T> Optional<T> at(List<T> list, int at) {
        return at < 0 ? Optional.empty() : Optional.of(list.get(at));
    }

    /** Where each row of the base stands in the other list; -1 where it doesn't. */
    private int[] pairs(List<T> base, List<T> other) {
        int[] pairs = new int[base.size()];
        Arrays.fill(pairs, -1);
        boolean[] taken = new boolean[other.size()];
        pair(base, other, pairs, taken, T::equals);
        pair(
                base,
                other,
                pairs,
                taken,
                (one, another) -> signs.apply(one).stream().anyMatch(signs.apply(another)::contains));
        int[] lost =
                IntStream.range(0, pairs.length).filter(row -> pairs[row] < 0).toArray();
        int[] found =
                IntStream.range(0, taken.length).filter(row -> !taken[row]).toArray();
        if (lost.length == found.length) {
            for (int n = 0; n < lost.length; n++) {
                pairs[lost[n]] = found[n];
            }
        }
        return pairs;
    }

    private interface Same<T> {
        boolean test(T one, T another);
    }

    private static <T> void pair(List<T> base, List<T> other, int[] pairs, boolean[] taken, Same<T> same) {
        for (int row = 0; row < pairs.length; row++) {
            for (int at = 0; at < taken.length && pairs[row] < 0; at++) {
                if (!taken[at] && same.test(base.get(row), other.get(at))) {
                    pairs[row] = at;
                    taken[at] = true;
                }
            }
        }
    }

    /** The kept rows of the base in the order in which the other list has them. */
    private static List<Integer> order(int[] pairs, Map<Integer, ?> kept) {
        return IntStream.range(0, pairs.length)
                .filter(row -> pairs[row] >= 0 && kept.containsKey(row))
                .boxed()
                .sorted((one, another) -> Integer.compare(pairs[one], pairs[another]))
                .toList();
    }

    private static boolean isMoved(List<Integer> order) {
        return !order.equals(order.stream().sorted().toList());
    }

    /** @param row of the base; -1 for what was added */
    private record Entry<T>(int row, T value) {}

    private static <T> List<Entry<T>> entries(List<T> list, int[] pairs, Map<Integer, T> kept) {
        List<Entry<T>> entries = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            int place = at;
            int row = IntStream.range(0, pairs.length)
                    .filter(one -> pairs[one] == place)
                    .findFirst()
                    .orElse(-1);
            if (row < 0) {
                entries.add(new Entry<>(-1, list.get(at)));
            } else if (kept.containsKey(row)) {
                entries.add(new Entry<>(row, kept.get(row)));
            }
        }
        return entries;
    }

    /** What the other list has more comes behind what it stands behind there. */
    private static <T> List<Entry<T>> with(List<Entry<T>> leading, List<Entry<T>> other) {
        List<Entry<T>> all = new ArrayList<>(leading);
        int after = -1;
        for (Entry<T> one : other) {
            int there = all.indexOf(one);
            if (there < 0) {
                there = after + 1;
                all.add(there, one);
            }
            after = there;
        }
        return all;
    }
}
