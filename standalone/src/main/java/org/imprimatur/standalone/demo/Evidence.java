package org.imprimatur.standalone.demo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.sandbox.agency.Submission;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.Facts;
import org.imprimatur.standalone.demonstration.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code demo --once} leaves behind, all of it fetched as anybody could fetch it, and the checks made on it. */
final class Evidence {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Stage stage;
    private final Story story;
    private final Timings timings;
    private final Path folder;
    private final Browser reader;
    private final Map<String, String> checks = new LinkedHashMap<>();

    Evidence(Stage stage, Story story, Timings timings, Path folder) {
        this.stage = stage;
        this.story = story;
        this.timings = timings;
        this.folder = folder;
        this.reader = new Browser(stage.home(), "A reader", stage.onlooker);
    }

    /** @return whether every check held */
    boolean write(Console console) {
        Facts facts = story.facts();
        EventSeen fixed = stage.event("PagesFixed", story.article(), 1);
        String doi = fixed.text("doi");
        int first = fixed.data().get("firstPage").asInt();
        int last = fixed.data().get("lastPage").asInt();
        String article = "/%s/articles/%d-%d-%02d"
                .formatted(
                        Story.JOURNAL,
                        facts.issue().volume(),
                        facts.issue().issue(),
                        fixed.data().get("articleNumber").asInt());

        byte[] pdf = keep("article.pdf", reader.download(article + "/article.pdf"));
        keep("cover.pdf", reader.download(article + "/cover.pdf"));
        String jats = keepText("article.jats.xml", reader.download(article + "/article.jats.xml"));
        Page landing = reader.open(article).expect(200);
        keep("landing.html", landing.source().getBytes(StandardCharsets.UTF_8));
        Page contents = reader.open("/%s/issues/%d/%d"
                        .formatted(
                                Story.JOURNAL,
                                facts.issue().volume(),
                                facts.issue().issue()))
                .expect(200);
        keep("toc.html", contents.source().getBytes(StandardCharsets.UTF_8));
        String oai = keepText("oai-record.xml", reader.download(oaiRecord(doi)));
        JsonNode citations = JSON.readTree(keepText("citations.json", reader.download(article + "/citations.json")));
        Submission deposit = stage.agency.submissions().stream()
                .filter(one -> one.outcomes().stream().anyMatch(outcome -> doi.equalsIgnoreCase(outcome.doi())))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NotAsExpected("the agency has no deposit of " + doi));
        String sent = keepText("crossref-deposit.xml", deposit.content());
        keepText("crossref-result.xml", stage.diagnostic(deposit.fileName()));
        keep("intake-report.json", story.intakeReport());
        keep("process.svg", processDrawing().getBytes(StandardCharsets.UTF_8));
        keep("history.json", JSON.writeValueAsBytes(history()));
        mails();

        List<String> pages = pagesOf(pdf);
        holds("every step was reached", story.reachedAll());
        holds("the PDF has as many pages as the range", pages.size() == last - first + 1);
        for (int at = 0; at < pages.size(); at++) {
            String folio = String.valueOf(first + at);
            holds(
                    "page " + folio + " bears its number",
                    pages.get(at)
                            .lines()
                            .anyMatch(line -> line.strip().equals(folio)
                                    || line.strip().startsWith(folio + " ")
                                    || line.strip().endsWith(" " + folio)));
        }
        holds("it begins after two articles", story.startsAfterTwoArticles(first));
        holds(
                "the DOI is made by the journal's pattern",
                doi.equals(facts.journal().doiPatterns().article()));
        String range = first + "[–-]" + last;
        for (String style : List.of("apa", "chicago", "harvard", "mhra", "mla", "oxford", "turabian")) {
            holds(
                    "the citation in " + style + " gives the pages",
                    citations.path(style).asString("").matches("(?s).*" + range + ".*"));
        }
        for (String format : List.of("bibtex", "ris", "csl-json")) {
            holds(
                    "the citation as " + format + " gives the DOI",
                    citations.path(format).asString("").contains(doi));
        }
        holds(
                "JATS gives pages and DOI",
                jats.contains("<fpage>" + first + "</fpage>")
                        && jats.contains("<lpage>" + last + "</lpage>")
                        && jats.contains(doi));
        holds(
                "the deposit gives pages and DOI",
                sent.contains("<first_page>" + first + "<")
                        && sent.contains("<last_page>" + last + "<")
                        && sent.contains("<doi>" + doi + "<"));
        holds(
                "the landing page's meta tags give pages and DOI",
                meta(landing, "citation_firstpage").equals(String.valueOf(first))
                        && meta(landing, "citation_lastpage").equals(String.valueOf(last))
                        && meta(landing, "citation_doi").equals(doi));
        holds("OAI-PMH gives the DOI", oai.contains(doi));
        holds("the contents list the article with its pages", contents.text().matches("(?s).*" + range + ".*"));
        holds(
                "the agency holds all four levels",
                stage.holds(
                        facts.journal().doi(),
                        facts.journal().doiPatterns().volume(),
                        facts.journal().doiPatterns().issue(),
                        doi));
        holds("the landing page bears the demonstration's notice", landing.says(Stage.BANNER));
        events();
        trace();
        faults();

        keep("summary.json", JSON.writeValueAsBytes(summary(doi, first, last, pages.size())));
        keep("timings.json", JSON.writeValueAsBytes(timings.parts()));
        List<String> failed = checks.entrySet().stream()
                .filter(check -> !check.getValue().equals("held"))
                .map(Map.Entry::getKey)
                .toList();
        console.line("");
        console.line("%d checks, %d held. The evidence is in %s"
                .formatted(checks.size(), checks.size() - failed.size(), folder));
        failed.forEach(check -> console.line("  did not hold: " + check));
        return failed.isEmpty();
    }

    private String oaiRecord(String doi) {
        String identifiers =
                new String(reader.download("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc"), StandardCharsets.UTF_8);
        Document parsed = Jsoup.parse(identifiers, Parser.xmlParser());
        return parsed.select("header > identifier").eachText().stream()
                .map(identifier -> "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier="
                        + URLEncoder.encode(identifier, StandardCharsets.UTF_8))
                .filter(address -> new String(reader.download(address), StandardCharsets.UTF_8).contains(doi))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("OAI-PMH has no record of " + doi));
    }

    private String processDrawing() {
        Element drawing =
                story.managingEditor().manuscript(story.number()).html().selectFirst(".drawing img");
        if (drawing == null) {
            throw new NotAsExpected("the manuscript's page shows no drawing of the process");
        }
        return new String(story.managingEditor().browser.download(drawing.attr("src")), StandardCharsets.UTF_8);
    }

    private List<Map<String, String>> history() {
        return stage.events.about(story.article()).stream()
                .map(event -> {
                    Map<String, String> line = new LinkedHashMap<>();
                    line.put("id", event.id());
                    line.put("type", event.type());
                    line.put("time", event.time().toString());
                    line.put("actor", event.actor());
                    line.put("causation", event.causation());
                    line.put("traceparent", event.traceparent());
                    return line;
                })
                .distinct()
                .toList();
    }

    private void trace() {
        List<EventSeen> way = stage.events.about(story.article());
        Set<String> names = way.stream().map(EventSeen::name).collect(Collectors.toSet());
        Set<String> traces = way.stream().map(EventSeen::trace).collect(Collectors.toSet());
        holds(
                "every event about the article, from its submission to its DOI and its publication, bears one trace",
                names.containsAll(Set.of("ManuscriptSubmitted", "DoiRegistered", "ArticlePublished"))
                        && traces.size() == 1
                        && traces.stream().allMatch(trace -> trace.matches("[0-9a-f]{32}")));
        holds(
                "the manuscript's history shows the trace",
                traces.stream()
                        .allMatch(trace -> story.managingEditor()
                                .manuscript(story.number())
                                .says(trace)));
    }

    private void mails() {
        for (MailMessage message : stage.mail.messages()) {
            keep("mails/%03d.eml".formatted(message.number()), message.raw());
        }
    }

    private void events() {
        List<EventSeen> all = stage.events.all();
        Map<String, Long> times = all.stream().collect(Collectors.groupingBy(EventSeen::id, Collectors.counting()));
        holds(
                "no event was said twice, but for the one that the demonstration delivered again",
                all.stream().filter(event -> times.get(event.id()) > 1).allMatch(stage::wasDeliveredAgain));
        Map<String, Integer> last = new TreeMap<>();
        boolean ordered = true;
        Set<String> counted = new HashSet<>();
        for (EventSeen event :
                all.stream().filter(event -> counted.add(event.id())).toList()) {
            Integer before = last.put(event.aggregate() + " " + event.topic(), (int) event.sequence());
            ordered &= before == null ? event.sequence() == 1 : event.sequence() == before + 1;
        }
        holds("the sequence of every aggregate has no gap and no step back", ordered);
        holds("every event is valid by its schema", invalid(all).isEmpty());
        People people = story.people();
        List<String> personal = new ArrayList<>();
        for (People.Person person : everybody(people)) {
            personal.add(person.email());
            personal.add(person.name());
        }
        List<String> bodies = stage.events.bodies().stream()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .toList();
        holds(
                "no event holds a text of a review, a letter or an abstract",
                story.textsWritten().stream().noneMatch(text -> bodies.stream().anyMatch(body -> body.contains(text))));
        holds(
                "no event holds a name or an address",
                personal.stream().noneMatch(text -> bodies.stream().anyMatch(body -> body.contains(text))));
        Map<String, Long> ids = stage.mail.messages().stream()
                .collect(Collectors.groupingBy(MailMessage::messageId, Collectors.counting()));
        holds("no mail came twice", ids.values().stream().allMatch(count -> count == 1));
    }

    private static List<String> invalid(List<EventSeen> events) {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> known = new HashMap<>();
        return events.stream()
                .filter(event -> !known.computeIfAbsent(
                                event.type(),
                                type -> schemas.getSchema(
                                        Contracts.class.getResourceAsStream("schemas/" + type + ".json"),
                                        InputFormat.JSON))
                        .validate(event.data())
                        .isEmpty())
                .map(event -> event.type() + " " + event.id())
                .toList();
    }

    private static List<People.Person> everybody(People people) {
        List<People.Person> all = new ArrayList<>(people.authors());
        all.addAll(people.reviewers());
        all.addAll(people.robotAuthors());
        all.addAll(List.of(
                people.managingEditor(),
                people.handlingEditor(),
                people.editorInChief(),
                people.productionEditor(),
                people.administrator()));
        return all;
    }

    private void faults() {
        Map<String, Long> happened = stage.faultsHappened();
        holds("the agency answered 503 twice", happened.getOrDefault("agency-unavailable", 0L) == 2);
        holds("the mail server refused once", happened.getOrDefault("mail-refused", 0L) == 1);
        holds("one event was delivered twice", happened.getOrDefault("event-delivered-again", 0L) == 1);
    }

    private Map<String, Object> summary(String doi, int first, int last, int pdfPages) {
        Facts facts = story.facts();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("doi", doi);
        summary.put("journalDoi", facts.journal().doi());
        summary.put("volumeDoi", facts.journal().doiPatterns().volume());
        summary.put("issueDoi", facts.journal().doiPatterns().issue());
        summary.put("volume", facts.issue().volumeLabel());
        summary.put("issue", facts.issue().issueLabel());
        summary.put("season", facts.issue().season());
        summary.put("month", facts.issue().month());
        summary.put("year", facts.issue().year());
        summary.put("firstPage", first);
        summary.put("lastPage", last);
        summary.put("pdfPages", pdfPages);
        summary.put("faults", stage.faultsHappened());
        summary.put("steps", timings.parts());
        summary.put("events", stage.events.all().size());
        summary.put("eventsOfTheArticle", stage.events.about(story.article()).size());
        summary.put("mails", stage.mail.messages().size());
        summary.put("checks", checks);
        return summary;
    }

    private void holds(String what, boolean good) {
        checks.merge(what, good ? "held" : "did not hold", (before, now) -> before.equals("held") ? now : before);
    }

    private static String meta(Page page, String name) {
        return page.html().select("meta[name=" + name + "]").attr("content");
    }

    private static List<String> pagesOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] keep(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String keepText(String name, byte[] content) {
        return new String(keep(name, content), StandardCharsets.UTF_8);
    }
}
