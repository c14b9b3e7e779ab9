package org.imprimatur.messaging.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands.Errand;

/** Runs the sample service's errands, and remembers them. */
public final class Runner implements ErrandRunner {

    public static final String KIND = "sample";

    private final List<Errand> runs = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Errand, Outcome>> whims = new ConcurrentHashMap<>();

    /** From now on the errand of that key ends like this. */
    public void meet(String key, Function<Errand, Outcome> whim) {
        whims.put(key, whim);
    }

    /** All runs of that key so far. */
    public List<Errand> runs(String key) {
        return runs.stream().filter(errand -> errand.key().equals(key)).toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(Errand errand) {
        runs.add(errand);
        return whims.getOrDefault(errand.key(), e -> new Finished()).apply(errand);
    }
}
