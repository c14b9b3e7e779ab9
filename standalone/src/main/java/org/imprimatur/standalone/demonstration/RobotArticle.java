package org.imprimatur.standalone.demonstration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts a made-up article together from a topic: fixed sections, and between them one section for each of its cases,
 * built from alternative sentences. The topic's seed decides every choice, so the same topic and length always give the
 * same article. Every citation has its reference, and every reference is cited.
 */
final class RobotArticle {
    private static final List<String> AUTHORS = List.of(
            ("Almostin Apocrypha Blankfield Blurston Conjecturo Chimerova Dummison Dreamwrought Ersatzky Elsewherry "
                            + "Fablemann Figmentas Guesswell Ghostwyn Hypothetis Halfmeant Inventson Imaginov Jabberwick "
                            + "Justsosky Kindovsky Knotreal Loremsson Legendov Mockfield Mythridge Nonesuch Nebulosa "
                            + "Opusmuster Pretendova Quasimov Rumorov Sampleton Theoretis Unwrittin Vaguelin Wishfeld "
                            + "Xampelos Yesterby Zeroux")
                    .split(" "));
    private static final List<String> COAUTHORS =
            List.of("Alsoby Withalsen Furthermoor Likewys Etaliano Addendum Plusquam Besidely".split(" "));
    private static final List<String> TITLES = List.of(
            "A short history of %s",
            "What we know about %s, and how",
            "Notes towards a theory of %s",
            "Rethinking %s",
            "Measuring %s: A proposal",
            "The politics of %s",
            "In praise of %s",
            "Disputes over %s",
            "An economic view of %s");

    private final Topic topic;
    private final Random random;
    private final SortedSet<String> references = new TreeSet<>();
    private final List<Work> works = new ArrayList<>();
    private int cited;

    /**
     * @param robotAuthor the author's place in {@link People#robotAuthors()}
     * @param subjects what the made-up references are about
     * @param cases values for the slots in the sentences, by slot; {@code name} is the heading
     * @param aspects per aspect of a case one paragraph, per sentence of it the alternatives; the later an aspect
     *     stands, the sooner it is left out of a shorter article
     */
    record Topic(
            long seed,
            int robotAuthor,
            String title,
            String abstractText,
            List<String> keywords,
            List<String> subjects,
            List<String> journals,
            List<Section> before,
            String casesHeading,
            Overview table,
            List<Map<String, String>> cases,
            List<List<List<String>>> aspects,
            List<Section> after) {

        record Section(String heading, List<String> paragraphs) {}

        record Overview(String caption, List<String> columns, List<String> slots) {}
    }

    private record Work(String citation, String reference) {}

    private RobotArticle(Topic topic) {
        this.topic = topic;
        this.random = new Random(topic.seed());
    }

    /** @param words how long the body is to be, at least, as far as the topic's sentences reach */
    static Manuscript write(Topic topic, People people, int words) {
        return new RobotArticle(topic).write(people.robotAuthors().get(topic.robotAuthor()), words);
    }

    private Manuscript write(People.Person author, int words) {
        inventWorks();
        var paragraphs = caseParagraphs(words - fixedWords());
        var text = new StringBuilder();
        topic.before().forEach(section -> append(text, section));
        text.append("## ").append(topic.casesHeading()).append("\n\n");
        appendTable(text);
        for (var i = 0; i < topic.cases().size(); i++) {
            text.append("### The ").append(topic.cases().get(i).get("name")).append("\n\n");
            paragraphs.get(i).forEach(paragraph -> text.append(cite(paragraph)).append("\n\n"));
        }
        topic.after().forEach(section -> append(text, section));
        return new Manuscript(
                new TitlePage(
                        topic.title(),
                        topic.abstractText(),
                        topic.keywords(),
                        List.of(new TitlePage.Author(author, true))),
                Markup.parse(text.toString()),
                List.copyOf(references));
    }

    private void append(StringBuilder text, Topic.Section section) {
        text.append("## ").append(section.heading()).append("\n\n");
        section.paragraphs().forEach(paragraph -> text.append(cite(paragraph)).append("\n\n"));
    }

    private void appendTable(StringBuilder text) {
        text.append(topic.table().caption()).append("\n\n");
        text.append("| ").append(String.join(" | ", topic.table().columns())).append(" |\n");
        for (var each : topic.cases()) {
            text.append(topic.table().slots().stream().map(each::get).collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        text.append('\n');
    }

    /** Per case its paragraphs: the first aspect of every case, then the second of every case, until it is long enough. */
    private List<List<String>> caseParagraphs(int words) {
        List<List<String>> paragraphs = topic.cases().stream()
                .<List<String>>map(each -> new ArrayList<>())
                .toList();
        var written = 0;
        for (var aspect : topic.aspects()) {
            var sentences = aspect.stream()
                    .map(alternatives -> spread(alternatives, topic.cases().size()))
                    .toList();
            for (var i = 0; i < topic.cases().size() && written < words; i++) {
                var number = i;
                var paragraph = sentences.stream()
                        .map(spread -> filled(spread.get(number), topic.cases().get(number)))
                        .collect(Collectors.joining(" "));
                paragraphs.get(i).add(paragraph);
                written += words(paragraph);
            }
        }
        return paragraphs;
    }

    /** As many as asked for, each alternative coming once before any comes again. */
    private List<String> spread(List<String> alternatives, int count) {
        var spread = new ArrayList<String>();
        while (spread.size() < count) {
            var round = new ArrayList<>(alternatives);
            Collections.shuffle(round, random);
            spread.addAll(round);
        }
        return spread.subList(0, count);
    }

    private static String filled(String sentence, Map<String, String> slots) {
        for (var slot : slots.entrySet()) {
            sentence = sentence.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return sentence;
    }

    private int fixedWords() {
        return IntStream.concat(
                        topic.before().stream().mapToInt(section -> words(String.join(" ", section.paragraphs()))),
                        topic.after().stream().mapToInt(section -> words(String.join(" ", section.paragraphs()))))
                .sum();
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private String cite(String paragraph) {
        while (paragraph.contains("{cite}")) {
            var work = works.get(cited++ % works.size());
            references.add(work.reference());
            paragraph = paragraph.replaceFirst("\\{cite}", "(" + work.citation() + ")");
        }
        return paragraph;
    }

    private void inventWorks() {
        var titles = new ArrayList<String>();
        TITLES.forEach(title -> topic.subjects().forEach(subject -> titles.add(title.formatted(subject))));
        Collections.shuffle(titles, random);
        for (var i = 0; i < AUTHORS.size(); i++) {
            works.add(work(AUTHORS.get(i), titles.get(i)));
        }
        Collections.shuffle(works, random);
    }

    private Work work(String author, String title) {
        var year = 1996 + random.nextInt(28);
        var first = author + ", " + initial();
        var one = COAUTHORS.get(random.nextInt(COAUTHORS.size() / 2));
        var other = COAUTHORS.get(COAUTHORS.size() / 2 + random.nextInt(COAUTHORS.size() / 2));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Work(
                        "%s & %s, %d".formatted(author, one, year),
                        reference("%s, & %s, %s".formatted(first, one, initial()), year, title));
            case 1 ->
                new Work(
                        "%s et al., %d".formatted(author, year),
                        reference(
                                "%s, %s, %s, & %s, %s".formatted(first, one, initial(), other, initial()),
                                year,
                                title));
            default -> new Work("%s, %d".formatted(author, year), reference(first, year, title));
        };
    }

    private String reference(String authors, int year, String title) {
        if (random.nextInt(6) == 0) {
            return "%s (%d). *%s*. Nowhere University Press.".formatted(authors, year, title);
        }
        var journal = topic.journals().get(random.nextInt(topic.journals().size()));
        var page = 1 + random.nextInt(400);
        return "%s (%d). %s. *%s, %d*(%d), %d-%d."
                .formatted(
                        authors,
                        year,
                        title,
                        journal,
                        1 + random.nextInt(40),
                        1 + random.nextInt(4),
                        page,
                        page + 8 + random.nextInt(20));
    }

    private String initial() {
        return (char) ('A' + random.nextInt(26)) + ".";
    }
}
