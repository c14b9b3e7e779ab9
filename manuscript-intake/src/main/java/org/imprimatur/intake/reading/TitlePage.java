package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.FrontMatter.ProposedAuthor;

/**
 * Reads people and affiliations out of a title page's lines: a person and their place in one line, places in the lines
 * below a person, or names with marks that the places bear too ("Jane Doe1,2*"). A raised letter comes with
 * "^" before it.
 */
final class TitlePage {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern ORCID = Pattern.compile("\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\b");
    private static final Pattern CORRESPONDING = Pattern.compile("(?iu)correspond(?:ing|ence)");
    private static final Pattern PLACE = Pattern.compile(
            "(?iu)\\b(universit\\w*|college|institut\\w*|department|dept|faculty|school|cent(?:er|re)|hospital|academy|laborator\\w*"
                    + "|ministry|division|foundation|polytechnic|research|professor|lecturer|scholar|student|fellow)\\b");
    private static final Pattern NOISE = Pattern.compile(
            "(?iu)\\(?\\s*\\*?\\s*correspond(?:ing author|ence(?: to)?)\\s*\\)?\\s*:?|https?://\\S*|\\(?\\s*e-?mails?\\s*:?\\s*\\)?|orcid(?: ids?)?\\s*:?|\\(\\s*\\)");
    private static final Pattern DEGREE = Pattern.compile(
            "(?u),?\\s*(?:\\b(?:Ph\\.?\\s?D|M\\.?Phil|M\\.?Sc|M\\.?A|M\\.?D|MBA)\\b\\.?)(?=\\s*(?:,|$|\\d|\\*))|^(?:Dr|Prof|Mr|Mrs|Ms)\\.?\\s+");
    private static final Pattern POSITION = Pattern.compile(
            "(?iu)^(?:(?:associate|assistant|full|visiting|adjunct|senior|research|post-?doctoral|phd|ph\\.d\\.?|doctoral|mphil|m\\.phil\\.?|"
                    + "emeritus)\\s+)*(?:professor|lecturer|scholar|student|fellow|researcher|candidate|reader)\\s*(?:,|of\\s+[^,]+,|at|in)\\s*");
    private static final String MARK = "(?:\\^?(?:\\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]|[*†‡§¶#])|\\^[a-z])";
    private static final Pattern MARKS_BEHIND_NAME =
            Pattern.compile("(?<=[\\p{L}.])\\s?(" + MARK + "(?:\\s*,?\\s*" + MARK + ")*)(?=\\s*(?:,|;|&|and\\b|$))");
    private static final Pattern MARK_BEFORE_PLACE = Pattern.compile(
            "^\\s*[(\\[]?\\^?(\\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]|[*†‡§¶#]|(?<=\\^)[a-z]|[a-f](?=[.)]))[)\\].]?\\s*(?=[\\p{L}])");
    private static final String PERSON =
            "\\p{Lu}[\\p{L}\\p{M}'’.\\-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}'’.\\-]*|van|von|der|den|de|del|della|di|da|la|bin|ibn|al|el|ul|ud|ur)){1,5}";
    private static final Pattern PERSON_AND_PLACE = Pattern.compile("^(" + PERSON + ")\\s*[:,–—]\\s*(.+)$");
    private static final Pattern BETWEEN_PEOPLE =
            Pattern.compile("\\s*[,;]\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*");
    private static final Pattern ONE_PERSON = Pattern.compile(PERSON);
    private static final int LONGEST_LINE = 600;

    private final List<Person> people = new ArrayList<>();
    private final Map<String, String> placesByMark = new LinkedHashMap<>();
    private final Set<String> places = new LinkedHashSet<>();

    private static final class Person {
        private final String name;
        private final List<String> marks;
        private final Set<String> places = new LinkedHashSet<>();
        private Optional<String> position = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> orcid = Optional.empty();
        private boolean corresponding;

        private Person(String name, List<String> marks) {
            this.name = name;
            this.marks = marks;
        }
    }

    private TitlePage() {}

    /** Whether a line before the first heading may be a name, a place or an address rather than text. */
    static boolean mayStandOn(String line) {
        return line.length() <= 250
                && (PLACE.matcher(line).find()
                        || EMAIL.matcher(line).find()
                        || ORCID.matcher(line).find()
                        || !line.matches(".*[.?!]"));
    }

    static FrontMatter read(
            Optional<String> title, List<Block> abstractText, List<String> keywords, List<String> lines) {
        var page = new TitlePage();
        lines.stream().filter(line -> line.length() <= LONGEST_LINE).forEach(page::line);
        return new FrontMatter(title, abstractText, keywords, page.authors(), List.copyOf(page.places));
    }

    private List<ProposedAuthor> authors() {
        return people.stream()
                .map(person -> {
                    person.marks.stream()
                            .filter(placesByMark::containsKey)
                            .map(placesByMark::get)
                            .forEach(person.places::add);
                    return new ProposedAuthor(
                            person.name,
                            person.position,
                            List.copyOf(person.places),
                            person.email,
                            person.orcid,
                            person.corresponding);
                })
                .toList();
    }

    private void line(String line) {
        var corresponding = CORRESPONDING.matcher(line).find();
        var email = first(EMAIL, line);
        var orcid = first(ORCID, line);
        var bare = EMAIL.matcher(ORCID.matcher(line).replaceAll("")).replaceAll("");
        bare = tidy(NOISE.matcher(bare).replaceAll(" "));
        var mark = MARK_BEFORE_PLACE.matcher(bare);
        var marked = mark.find();
        var unmarked = marked ? bare.substring(mark.end()) : bare;
        var named = people(bare);
        var both = PERSON_AND_PLACE.matcher(withoutMarks(bare));
        if (both.matches()
                && PLACE.matcher(both.group(2)).find()
                && !PLACE.matcher(both.group(1)).find()) {
            people.add(new Person(both.group(1), List.of()));
            placed(both.group(2), Optional.empty());
        } else if (!named.isEmpty() && !PLACE.matcher(unmarked).find()) {
            var known = named.size() == 1 ? known(named.get(0).name) : Optional.<Person>empty();
            if (known.isPresent()) {
                about(known.get(), email, orcid, corresponding);
                return;
            }
            people.addAll(named);
            if (named.size() > 1) {
                return;
            }
        } else if (PLACE.matcher(unmarked).find()) {
            placed(unmarked, marked ? Optional.of(mark.group(1)) : Optional.empty());
        }
        if (!people.isEmpty()) {
            about(corresponding ? correspondent() : people.get(people.size() - 1), email, orcid, corresponding);
        }
    }

    /** Of several people it is the one with a star; a line below a single person is about that person. */
    private Person correspondent() {
        return people.stream()
                .filter(person -> person.marks.contains("*"))
                .findFirst()
                .orElse(people.get(people.size() - 1));
    }

    private Optional<Person> known(String name) {
        return people.stream().filter(person -> person.name.equals(name)).findFirst();
    }

    private static void about(Person person, Optional<String> email, Optional<String> orcid, boolean corresponding) {
        person.email = person.email.or(() -> email);
        person.orcid = person.orcid.or(() -> orcid);
        person.corresponding |= corresponding;
    }

    /** The people of a line that holds nothing but names, or none. */
    private static List<Person> people(String line) {
        // A comma between two marks mustn't part a name from its second mark.
        var joined = MARKS_BEHIND_NAME
                .matcher(DEGREE.matcher(line).replaceAll(""))
                .replaceAll(marks -> "\u0001"
                        + marks.group(1).replaceAll("[\\s,^]+", "\u0002").replace("$", "\\$") + "\u0001");
        var people = new ArrayList<Person>();
        for (var part : BETWEEN_PEOPLE.split(joined)) {
            var nameAndMarks = part.strip().split("\u0001");
            var name = nameAndMarks[0].strip();
            if (!ONE_PERSON.matcher(name).matches()) {
                return List.of();
            }
            people.add(new Person(name, nameAndMarks.length > 1 ? marks(nameAndMarks[1]) : List.of()));
        }
        return people;
    }

    private static List<String> marks(String marks) {
        var list = new ArrayList<String>();
        var matcher = Pattern.compile("\\d{1,2}|[^\\d\u0002]").matcher(marks);
        while (matcher.find()) {
            list.add(matcher.group());
        }
        return list;
    }

    private void placed(String words, Optional<String> mark) {
        var position = POSITION.matcher(words);
        if (mark.isEmpty() && !people.isEmpty() && position.find()) {
            var person = people.get(people.size() - 1);
            person.position = person.position.or(() -> Optional.of(position.group()
                            .replaceAll("(?iu)\\s*(?:,|\\bat|\\bin)\\s*$", "")
                            .strip())
                    .filter(said -> !said.isEmpty()));
        }
        var place = position.replaceAll("").replaceAll("\\.$", "").strip();
        if (place.isEmpty()) {
            return;
        }
        places.add(place);
        if (mark.isPresent()) {
            placesByMark.putIfAbsent(mark.get(), place);
        } else if (!people.isEmpty()) {
            people.get(people.size() - 1).places.add(place);
        }
    }

    private static String withoutMarks(String line) {
        return tidy(line.replaceAll("[\\d^*†‡§¹²³⁴⁵⁶]+", " "));
    }

    private static String tidy(String line) {
        return line.replaceAll("\\s+", " ")
                .replaceAll("\\s+,", ",")
                .replaceAll("^[\\s,;:.]+|[\\s,;:(]+$", "")
                .strip();
    }

    private static Optional<String> first(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
