package org.imprimatur.review.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.way.EditorialProcess;

/** A process that waits for what a test says, and remembers what it was told. */
public final class FakeProcess implements EditorialProcess {

    public final List<Beginning> begun = new ArrayList<>();
    public final List<Word> words = new ArrayList<>();
    public final Map<PersonsStep, Map<String, Object>> completed = new EnumMap<>(PersonsStep.class);
    public final Set<PersonsStep> waits = EnumSet.noneOf(PersonsStep.class);
    public final List<Integer> extended = new ArrayList<>();
    public Optional<Instant> due = Optional.empty();
    public Told answer = Told.TAKEN;

    public FakeProcess waitsFor(PersonsStep... steps) {
        waits.addAll(List.of(steps));
        return this;
    }

    public void reset() {
        begun.clear();
        words.clear();
        extended.clear();
        due = Optional.empty();
        completed.clear();
        waits.clear();
        answer = Told.TAKEN;
    }

    public List<Word.Kind> told() {
        return words.stream().map(Word::kind).toList();
    }

    @Override
    public void begin(Beginning beginning) {
        begun.add(beginning);
    }

    @Override
    public Told tell(String manuscript, Word word) {
        words.add(word);
        return answer;
    }

    @Override
    public Optional<Instant> extend(String manuscript, Word.Kind awaited, int days) {
        extended.add(days);
        return due.map(at -> at.plus(Duration.ofDays(days)));
    }

    @Override
    public Completed complete(String manuscript, PersonsStep step, Map<String, Object> outcome) {
        if (!waits.remove(step)) {
            return Completed.NOT_WAITING;
        }
        completed.put(step, outcome);
        return Completed.DONE;
    }

    @Override
    public List<PersonsStep> waiting(String manuscript) {
        return List.copyOf(waits);
    }

    @Override
    public List<PlannedAct> planned(String manuscript) {
        return List.of();
    }

    @Override
    public Way way(String manuscript) {
        return new Way("editorial-process", List.of(), List.of());
    }
}
