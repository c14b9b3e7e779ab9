package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.web.words.Languages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All words that people read stand in the bundles, and in every language. */
class WordsOfPagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([\\w.-]+)'");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,},? [a-z’']{2,}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
    private static final Pattern EXPRESSION = Pattern.compile("[#$@*]\\{[^}]*}");

    /** Names that are the same in every language: of things, forms of files, keys and units. */
    private static final Pattern NAMES =
            Pattern.compile("\\b(Imprimatur|ISSN|DOI|ORCID|PDF|CSV|RIS|BibTeX|CSL JSON|JATS XML|kB|Esc|Enter)\\b");

    /** The living page of the look is for its makers. */
    private static final String LOOK = "design.html";

    static Stream<String> services() {
        return Stream.of("gateway", "submission", "review", "publication", "web");
    }

    static Stream<Arguments> translations() {
        return Stream.concat(services(), Stream.of("intake"))
                .flatMap(service ->
                        Languages.ALL.stream().skip(1).map(language -> Arguments.of(service, language.getLanguage())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_word_that_a_page_or_a_mail_asks_for_stands_in_its_bundle(String service) throws IOException {
        Properties words = bundle("web", "");
        words.putAll(bundle(service, ""));
        Set<String> asked = new TreeSet<>();
        for (Resource page : templates(service)) {
            KEY.matcher(page.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(key -> key.group(1) == null ? key.group(2) : key.group(1))
                    .forEach(asked::add);
        }

        assertThat(asked).isNotEmpty();
        assertThat(words.stringPropertyNames()).containsAll(asked);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_the_same_keys(String service, String language) throws IOException {
        assertThat(bundle(service, "_" + language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle(service, "").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_puts_the_same_things_into_its_sentences(String service, String language) throws IOException {
        Properties translated = bundle(service, "_" + language);
        bundle(service, "").forEach((key, english) -> {
            String words = translated.getProperty(key.toString(), "");
            assertThat(places(words)).as("%s=%s", key, words).isEqualTo(places(english.toString()));
            if (!places(words).isEmpty()) {
                new MessageFormat(words, Languages.of(language));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void no_word_was_left_in_english(String service, String language) throws IOException {
        Properties translated = bundle(service, "_" + language);
        Map<String, String> untranslated = new TreeMap<>();
        bundle(service, "").forEach((key, english) -> {
            String words = translated.getProperty(key.toString(), "");
            boolean says = LETTERS.matcher(NAMES.matcher(english.toString().replaceAll("\\{[^}]*}?", ""))
                            .replaceAll(""))
                    .find();
            if (says && words.equals(english) && !key.toString().startsWith("dates.pattern.")) {
                untranslated.put(key.toString(), words);
            }
        });
        assertThat(untranslated).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void no_page_and_no_mail_has_words_of_its_own(String service) throws IOException {
        Set<String> own = new TreeSet<>();
        for (Resource template : templates(service)) {
            if (template.getFilename().equals(LOOK)) {
                continue;
            }
            String content = template.getContentAsString(StandardCharsets.UTF_8);
            Stream<String> found = template.getFilename().endsWith(".txt")
                    ? Stream.of(content.replaceAll("(?s)\\[\\(.*?\\)]|\\[[#/].*?]", ""))
                            .filter(text -> LETTERS.matcher(text).find())
                    : words(Jsoup.parse(content, Parser.xmlParser()));
            found.forEach(words -> own.add(template.getFilename() + ": " + words.strip()));
        }
        assertThat(own).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "submission-service", "review-service", "publication-service"})
    void what_code_says_to_people_is_found_in_a_bundle(String module) throws IOException {
        String said = Stream.of(bundle("web", ""), bundle(module.replace("-service", ""), ""))
                .flatMap(bundle -> bundle.values().stream())
                .map(words -> words.toString().replace("''", "'"))
                .collect(Collectors.joining("\n"));
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
            for (Path source : sources.filter(WordsOfPagesTest::speaksToPeople).toList()) {
                sentences(Files.readString(source))
                        .filter(words -> !said.contains(words))
                        .forEach(words -> unknown.add(source.getFileName() + ": " + words));
            }
        }
        assertThat(unknown).isEmpty();
    }

    // what is printed or said to programs, and what operators read, is English
    private static boolean speaksToPeople(Path source) {
        String path = source.toString().replace('\\', '/');
        return path.endsWith(".java")
                && !path.matches(".*/(jdbc|messaging|intake|oai|verification|rendering|process|oidc|browser|crypto"
                        + "|webauthn|routing|signin|crossref)/.*")
                // the draft of a letter is the journal's, in its own language; CRediT's roles are names
                && !path.matches(".*/(DecisionLetter|CreditRoles?|Sitemap|DesignParts)\\.java");
    }

    private static Stream<String> sentences(String source) {
        String code = source.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*$", "")
                .replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"");
        return Arrays.stream(code.split(";\\s|\\{\\s*\\n|}\\s*\\n"))
                .filter(statement ->
                        !statement.matches("(?s).*(\\w*Exception\\(|NotYours\\(|LOG\\.|Moot\\(|early\\(|super\\("
                                + "|Away\\(|^\\s*@|\\b(select|update|SELECT|UPDATE) ).*"))
                .flatMap(statement -> Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")
                        .matcher(statement)
                        .results())
                .map(literal -> literal.group(1).replace("\\\"", "\""))
                .map(String::strip)
                // the agency's own words
                .filter(words -> WORDS.matcher(words).find() && !words.equals("No exception localized message"));
    }

    private static Stream<String> words(Document page) {
        return page.getAllElements().stream()
                .filter(element -> element.parents().stream().noneMatch(WordsOfPagesTest::isReplaced))
                .flatMap(element -> Stream.concat(text(element), attributes(element)))
                .filter(words ->
                        LETTERS.matcher(NAMES.matcher(words).replaceAll("")).find());
    }

    // the page's own words are only to be seen in a browser that opens the file
    private static boolean isReplaced(Element element) {
        return element.hasAttr("th:text")
                || element.hasAttr("th:utext")
                || element.hasAttr("th:replace") && !element.nameIs("html");
    }

    private static Stream<String> text(Element element) {
        return isReplaced(element) || Set.of("style", "script", "code", "html").contains(element.normalName())
                ? Stream.empty()
                : element.textNodes().stream()
                        .map(node -> node.getWholeText())
                        .filter(text -> LETTERS.matcher(text).find());
    }

    private static Stream<String> attributes(Element element) {
        return element.attributes().asList().stream().flatMap(attribute -> {
            String name = attribute.getKey();
            if (Set.of("aria-label", "alt", "title", "placeholder").contains(name)) {
                return element.hasAttr("th:" + name)
                        ? Stream.empty()
                        : Stream.of(attribute.getValue())
                                .filter(words -> LETTERS.matcher(words).find());
            }
            return Set.of("th:text", "th:aria-label", "th:title", "th:placeholder", "th:alt", "th:replace", "th:insert")
                            .contains(name)
                    ? literals(attribute)
                    : Stream.empty();
        });
    }

    private static Stream<String> literals(Attribute attribute) {
        String expression = attribute.getValue().replaceAll("[!=]= ?'[^']*'", "");
        return LITERAL.matcher(expression)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .map(words -> EXPRESSION.matcher(words).replaceAll(""))
                .filter(words -> WORDS.matcher(words).find() || words.matches("[A-Z][a-z]{2,}.*| [a-z]{3,}.*"));
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Resource> templates(String service) throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        return Stream.concat(
                        Arrays.stream(resources.getResources("classpath*:templates/" + service + "/*.html")),
                        Arrays.stream(resources.getResources("classpath*:templates/mail/" + service + "/*")))
                .toList();
    }

    private static Properties bundle(String service, String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                WordsOfPagesTest.class.getResourceAsStream(
                        "/i18n/" + service + "/messages" + language.toLowerCase(Locale.ROOT) + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
