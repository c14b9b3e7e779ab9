package org.imprimatur.standalone.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.imprimatur.sandbox.mail.MailServer;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.Installation;
import org.imprimatur.standalone.Standalone;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.demonstration.People;

/** One demonstration. The system it was played on stays up, with all that the story left, until this is closed. */
public final class Performance implements AutoCloseable {

    private final Stage stage;
    private final Story story;
    private final Timings timings;
    private final Console console;
    private boolean good;

    private Performance(Stage stage, Console console, Timings timings, byte[] manuscript, Story.Pace pace) {
        this.stage = stage;
        this.console = console;
        this.timings = timings;
        this.story = new Story(stage, console, timings, manuscript, pace);
    }

    /**
     * Starts the system on a free port, plays the story and writes the evidence, as {@code demo --once} does.
     *
     * @param home where the system keeps its data; what an earlier demonstration left there is deleted
     * @param evidence an existing folder
     * @param onlooker sees every page that the story comes by
     * @throws org.imprimatur.standalone.embedded.Trouble when the system can't start
     */
    public static Performance once(Path home, Path evidence, Onlooker onlooker) {
        Demo.writable(evidence);
        Performance performance =
                begin(Demo.fresh(home.resolve("demo-once")), 0, new Console(System.out), null, onlooker);
        performance.play(evidence);
        return performance;
    }

    /**
     * The same story on many processes, in real time with short policies.
     *
     * @param starting starts them, told how far the domain's time is from the system's and what the services must know of
     *     the sandbox's agency and mail server
     * @param evidence an existing folder
     * @param manuscript the file that is handed in in both versions, or null for the demonstration's own
     */
    public static Performance onMany(
            BiFunction<Duration, Configuration, Installation> starting, Path evidence, byte[] manuscript) {
        Demo.writable(evidence);
        Console console = new Console(System.out);
        Timings timings = new Timings(System.nanoTime());
        Stage stage = Stage.open(starting::apply, schemas(), console, Onlooker.NOBODY);
        timings.mark("started");
        Performance performance = new Performance(stage, console, timings, manuscript, Story.Pace.POLICIES_ARE_SHORT);
        performance.play(evidence);
        return performance;
    }

    /** @param manuscript the file that is handed in in both versions, or null for the demonstration's own */
    static Performance begin(Path data, int port, Console console, byte[] manuscript, Onlooker onlooker) {
        Timings timings = new Timings(System.nanoTime());
        Stage stage = Stage.open(
                (offset, properties) -> Standalone.start(new Standalone.Settings(data, port, offset, properties)),
                schemas(),
                console,
                onlooker);
        timings.mark("started");
        Performance performance = new Performance(stage, console, timings, manuscript, Story.Pace.CLOCK_IS_MOVED);
        if (onlooker != Onlooker.NOBODY) {
            performance.story.lookRound(new Sights(stage, performance.story));
        }
        return performance;
    }

    /** @param evidence where to keep what shows that the checks hold, or null to make no checks */
    void play(Path evidence) {
        try {
            story.play();
            good = evidence == null || new Evidence(stage, story, timings, evidence).write(console);
        } catch (NotAsExpected e) {
            console.line("");
            console.line("Not reached: " + story.doing() + ". " + e.getMessage());
            console.line("What the services say stands in " + System.getProperty("imprimatur.log"));
        }
    }

    /**
     * Goes, when the story is over, to the pages and states that it doesn't come by.
     *
     * @return what could not be reached, each with the cause
     */
    public List<String> goRound() {
        return new Detours(stage, story).go();
    }

    Control control() {
        return Control.open(stage, story, console);
    }

    /** Whether every step was reached and every check held. */
    public boolean good() {
        return good;
    }

    /** Where it was played, with everything around the system. */
    public Stage stage() {
        return stage;
    }

    /** The id of the handling editor's account. */
    public String handlingAccount() {
        return story.handlingAccount();
    }

    /** The address of the gateway. */
    public URI home() {
        return stage.home();
    }

    /** The server that got every mail. */
    public MailServer mail() {
        return stage.mail;
    }

    /** Who took part; all with an account sign in with {@link #password}. */
    public People people() {
        return story.people();
    }

    /** The password of every account. */
    public String password() {
        return Hand.PASSWORD;
    }

    /** The number of the published article's manuscript. */
    public String number() {
        return story.number();
    }

    /** The path of the published issue's board. */
    public String boardPath() {
        return "/production/issues/" + story.issue();
    }

    /** The path of the published article's landing page. */
    public String articlePath() {
        return story.articlePath();
    }

    // Crossref's schemas are not ours to ship; where somebody has them, the sandbox agency judges by them
    private static Path schemas() {
        String folder = System.getenv("IMPRIMATUR_SHARED");
        Path found = Path.of(folder == null ? "../shared" : folder).resolve("schemas/crossref");
        return Files.isDirectory(found) ? found : null;
    }

    @Override
    public void close() {
        stage.close();
    }
}
