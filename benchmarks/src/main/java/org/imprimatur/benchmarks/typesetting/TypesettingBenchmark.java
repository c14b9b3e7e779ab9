package org.imprimatur.benchmarks.typesetting;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.imprimatur.benchmarks.Spread;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.History;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.bibliographic.PersonName;
import org.imprimatur.publication.rendering.print.FormattingObjects;
import org.imprimatur.publication.rendering.print.Press;
import org.imprimatur.publication.rendering.print.TypesettingWithFop;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.TitlePage;

/** Sets articles of 2,000 to 7,000 words, each by us and by bare FOP in turn. Argument: how often. */
public final class TypesettingBenchmark {

    private static final int ARTICLES = 11;
    private static final int LARGEST = 50_000_000;

    private TypesettingBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        Press press = new Press();
        TypesettingWithFop ours = new TypesettingWithFop(press);
        BareFop bare = new BareFop();
        List<ArticleUnderProduction> articles = IntStream.range(0, ARTICLES)
                .mapToObj(nth -> article(1 + nth % 2, 2_000 + 500 * nth))
                .toList();
        List<String> formatted = articles.stream()
                .map(article -> FormattingObjects.of(article, press))
                .toList();
        List<Timed> our = new ArrayList<>();
        List<Timed> theirs = new ArrayList<>();
        int pages = 0;
        for (int round = -2; round < rounds; round++) {
            pages = 0;
            for (int at = 0; at < ARTICLES; at++) {
                Timed begun = Timed.now();
                Typeset set = ours.typeset(articles.get(at));
                Timed between = Timed.now();
                bare.print(formatted.get(at));
                Timed done = Timed.now();
                if (!(set instanceof Typeset.Set galley)) {
                    throw new IllegalStateException(set.toString());
                }
                pages += galley.pages();
                if (round >= 0) {
                    our.add(between.since(begun));
                    theirs.add(done.since(between));
                }
            }
        }
        System.out.printf("%d articles with %d pages in all, %d times each%n", ARTICLES, pages, rounds);
        System.out.println("our galley: " + spread(our));
        System.out.println("bare FOP: " + spread(theirs));
        System.out.printf(
                "ours take %.2f times as long as bare FOP's, and %.2f times the processor's time%n",
                ratio(our, theirs, Timed::clock), ratio(our, theirs, Timed::processor));
        for (int at = 0; at < ARTICLES; at++) {
            System.out.printf(
                    "%d words: %.2f times the processor's time%n",
                    2_000 + 500 * at, ratio(each(our, at), each(theirs, at), Timed::processor));
        }
    }

    /** By the clock and by what this thread used of the processor, in nanoseconds. */
    private record Timed(long clock, long processor) {

        static Timed now() {
            return new Timed(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        Timed since(Timed earlier) {
            return new Timed(clock - earlier.clock, processor - earlier.processor);
        }
    }

    private static Spread spread(List<Timed> times) {
        return Spread.of(times.stream().mapToLong(Timed::clock).toArray());
    }

    private static double ratio(List<Timed> ours, List<Timed> theirs, ToLongFunction<Timed> time) {
        return (double) ours.stream().mapToLong(time).sum()
                / theirs.stream().mapToLong(time).sum();
    }

    private static List<Timed> each(List<Timed> times, int at) {
        return IntStream.iterate(at, next -> next < times.size(), next -> next + ARTICLES)
                .mapToObj(times::get)
                .toList();
    }

    private static ArticleUnderProduction article(int which, int words) {
        DemonstrationManuscripts manuscripts = new DemonstrationManuscripts();
        TitlePage title = manuscripts.robotTitlePage(which);
        ReadingResult read = new ReadingManuscripts(LARGEST).read(manuscripts.robotArticle(which, words), "robot.docx");
        return new ArticleUnderProduction(
                "manuscript-" + words,
                "JST-" + words,
                new JournalIdentity(
                        "Journal of Steady Throughput",
                        "JST",
                        Optional.empty(),
                        Optional.empty(),
                        "Paper House",
                        URI.create("https://jst.example.org"),
                        Doi.of("10.5555/jst"),
                        Optional.empty(),
                        Locale.ENGLISH),
                title.title(),
                title.abstractText(),
                title.keywords(),
                Locale.ENGLISH,
                List.of(new Contributor(
                        new PersonName("Ada", "Paper"),
                        Optional.empty(),
                        Optional.of("ada@example.org"),
                        Optional.empty(),
                        false,
                        List.of(new Affiliation("University of Nowhere", Optional.empty())),
                        List.of(),
                        true)),
                "Articles",
                "research-article",
                new History(LocalDate.of(2024, 2, 5), Optional.empty(), LocalDate.of(2024, 5, 6)),
                "10.5555/jst.2024(IX-II).00",
                Optional.empty(),
                Optional.empty(),
                ((ReadingResult.Read) read).text());
    }
}
