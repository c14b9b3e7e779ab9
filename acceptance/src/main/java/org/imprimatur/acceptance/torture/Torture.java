package org.imprimatur.acceptance.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.standalone.cluster.Cluster;
import org.imprimatur.standalone.demo.Editor;
import org.imprimatur.standalone.demo.Performance;
import org.imprimatur.standalone.demo.ProductionEditor;
import org.imprimatur.standalone.demo.Stage;
import org.imprimatur.standalone.demonstration.Facts;

/**
 * Plays a mix of manuscripts while things break at random, from a seed that is printed; heals everything; and looks for
 * whatever was lost, done twice or left behind.
 */
public final class Torture {

    private static final int AT_ONCE = 3;

    private final Cluster cluster;
    private final Stage stage;
    private final Performance performance;
    private final Random random;
    private final PrintStream out;
    private final List<Player> players = new ArrayList<>();
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private int nth;

    /** @param performance a main job that was played on the cluster: its journal and its people go on */
    public Torture(Cluster cluster, Performance performance, long seed, PrintStream out) {
        this.cluster = cluster;
        this.stage = performance.stage();
        this.performance = performance;
        this.random = new Random(seed);
        this.out = out;
        out.println("seed " + seed);
    }

    /** How many faults of each kind happened. */
    public Map<String, Integer> faults() {
        Map<String, Integer> faults = new java.util.TreeMap<>();
        happened.forEach((fault, times) -> faults.put(fault.name().toLowerCase().replace('_', ' '), times));
        return faults;
    }

    /**
     * One issue: manuscripts of all scripts side by side, so many faults meanwhile, then the issue is closed and all
     * is checked.
     *
     * @return what the checker found, a sentence each; empty when nothing was lost, done twice or left behind
     */
    public List<String> wave(int volume, List<String> scripts, int faults) {
        Editor managing = new Editor(performance.people().managingEditor(), stage);
        Trying.untilDone("signing in", managing::signIn);
        Trying.untilDone("a short policy", () -> {
            managing.setPolicy(
                    Player.JOURNAL,
                    Map.of("answerReminderAfter", "PT30S", "answerWithin", "PT75S", "letterHeldFor", "PT2S"));
            return managing;
        });
        ProductionEditor production = new ProductionEditor(performance.people().productionEditor(), stage);
        Trying.untilDone("signing in", production::signIn);
        String issue = Trying.untilDone(
                "an open issue",
                () -> production.openIssue(
                        Player.JOURNAL, new Facts.Issue(volume, String.valueOf(volume), 1, "1", "Winter", 1, 2030)));
        List<Player> wave = new ArrayList<>();
        for (String script : scripts) {
            wave.add(new Player(
                    stage, performance.people(), Script.valueOf(script), ++nth, performance.handlingAccount()));
        }
        players.addAll(wave);
        List<String> findings = new ArrayList<>();
        ExecutorService stageHands = Executors.newFixedThreadPool(AT_ONCE + 1);
        try {
            Future<?> breaking = stageHands.submit(() -> breakThings(faults));
            List<Future<?>> playing = new ArrayList<>();
            wave.forEach(player -> playing.add(stageHands.submit(player::play)));
            for (int at = 0; at < wave.size(); at++) {
                result(playing.get(at), wave.get(at).toString(), findings);
            }
            result(breaking, "breaking things", findings);
        } finally {
            stageHands.shutdownNow();
        }
        heal();
        if (wave.stream().anyMatch(player -> player.stands("issue-closing"))) {
            try {
                Trying.until("closing the issue", () -> said("IssueClosed", issue), () -> production.closeIssue(issue));
                Trying.untilSo("the publication of the issue", () -> said("IssuePublished", issue));
            } catch (Trying.NotReached e) {
                findings.add(e.getMessage());
            }
        }
        findings.addAll(new Checker(cluster, stage).check(players));
        return findings;
    }

    private boolean said(String event, String subject) {
        return stage.events.about(subject).stream().anyMatch(seen -> seen.name().equals(event));
    }

    private static void result(Future<?> future, String what, List<String> findings) {
        try {
            future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            findings.add("%s: %s%s"
                    .formatted(
                            what,
                            cause.getMessage(),
                            cause.getCause() == null
                                    ? ""
                                    : ": " + cause.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.add(what + ": interrupted");
        }
    }

    private void breakThings(int faults) {
        List<Fault> kinds = new ArrayList<>(Arrays.asList(Fault.values()));
        Collections.shuffle(kinds, random);
        for (int at = 0; at < faults; at++) {
            Trying.pause(Duration.ofMillis(500 + random.nextInt(3_000)));
            Fault fault = kinds.get(at % kinds.size());
            String what = fault.happen(cluster, stage, random);
            happened.merge(fault, 1, Integer::sum);
            out.println("fault: " + what);
        }
    }

    private void heal() {
        cluster.restartWhatIsDown();
        stage.mail.faults().clear();
        stage.agency.faults().clear();
    }

    /** {@code ./imprimatur torture --minutes N --seed S [--faults-per-wave F] --checkout DIR --home DIR}. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new java.util.HashMap<>(Map.of(
                "--minutes",
                "10",
                "--seed",
                String.valueOf(System.nanoTime()),
                "--faults-per-wave",
                "12",
                "--checkout",
                ".",
                "--home",
                ".imprimatur"));
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            options.put(arguments[at], arguments[at + 1]);
        }
        long seed = Long.parseLong(options.get("--seed"));
        Path home = Path.of(options.get("--home"));
        Path evidence = Files.createDirectories(home.resolve("torture-evidence"));
        List<String> findings = List.of();
        try (Rehearsal rehearsal = Rehearsal.play(Path.of(options.get("--checkout")), home, evidence, null)) {
            // whoever breaks off leaves no process behind
            Runtime.getRuntime().addShutdownHook(new Thread(rehearsal.cluster()::close, "end"));
            Torture torture = new Torture(rehearsal.cluster(), rehearsal.performance(), seed, System.out);
            Instant end = Instant.now().plus(Duration.ofMinutes(Long.parseLong(options.get("--minutes"))));
            Random mix = new Random(seed);
            for (int wave = 1; Instant.now().isBefore(end) && findings.isEmpty(); wave++) {
                findings = torture.wave(100 + wave, mixed(mix), Integer.parseInt(options.get("--faults-per-wave")));
                System.out.println("wave " + wave + ": " + torture.faults() + ", findings: " + findings.size());
            }
            int faults = torture.happened.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            System.out.println("%d faults, %d findings".formatted(faults, findings.size()));
            findings.forEach(finding -> System.out.println("  " + finding));
        }
        System.exit(findings.isEmpty() ? 0 : 1);
    }

    private static List<String> mixed(Random random) {
        List<String> scripts =
                new ArrayList<>(Arrays.stream(Script.values()).map(Script::name).toList());
        Collections.shuffle(scripts, random);
        return scripts;
    }
}
