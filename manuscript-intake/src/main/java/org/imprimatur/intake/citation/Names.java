package org.imprimatur.intake.citation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names are compared, and which words are no author's name. */
final class Names {
    static final String PARTICLE =
            "(?iu:van|von|vom|der|den|de|del|della|di|da|do|dos|das|du|la|las|le|les|los|el|al|bin|ibn"
                    + "|bint|ul|ud|ur|zu|zur|zum|ten|ter|te|af|av|st\\.?|'t|’t)";
    private static final Pattern PARTICLE_WORD = Pattern.compile(PARTICLE);
    private static final Pattern ORGANISATION_WORD = Pattern.compile(
            "(?iu)\\b(bank|ministry|institut\\w*|universit\\w*|council|commission|committee|organi[sz]ation|association|agency"
                    + "|department|office|government|group|cent(?:er|re)|fund|union|news|press|foundation|authority|bureau|board"
                    + "|court|nations|society|company|ltd|inc|corporation|division|secretariat|parliament|senate|times|network"
                    + "|academy|college|federation|programme|program|service|services|statistics|team|project|party)\\b");

    /** Words that make "(… 2019)" something else than a citation, unless the reference list knows the name. */
    private static final Set<String> NO_AUTHOR = noAuthor();

    private Names() {}

    /** Names as compared: no case, accent, apostrophe, hyphen or full stop; "&" is "and". */
    static String fold(String name) {
        var plain = Normalizer.normalize(letters(name.toLowerCase(Locale.ROOT)), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return tidy(plain);
    }

    static String spelledOut(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "oe")
                .replace("å", "aa");
    }

    private static String letters(String lower) {
        return lower.replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ł", "l")
                .replace("ı", "i");
    }

    private static String tidy(String plain) {
        return plain.replaceAll("['’‘ʼʻ`´.]", "")
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static boolean isParticle(String word) {
        return PARTICLE_WORD.matcher(word).matches();
    }

    static boolean looksLikeOrganisation(String name) {
        return ORGANISATION_WORD.matcher(name).find()
                || name.matches(".*\\p{L}\\s(?:of|for|on|the|in|für|pour)\\s\\p{L}.*");
    }

    /** Whether letters stand for a name of several words: SBP or SBoP for "State Bank of Pakistan". */
    static boolean abbreviates(String letters, String name) {
        var words = Arrays.stream(name.split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var all = words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        var capitals = words.stream()
                .map(word -> word.substring(0, 1))
                .filter(first -> Character.isUpperCase(first.charAt(0)))
                .collect(Collectors.joining());
        return letters.length() > 1 && (letters.equalsIgnoreCase(all) || letters.equalsIgnoreCase(capitals));
    }

    /** The first letters of initials or given names, folded: "fh" for "F. H." and for "Fahad Hussain". */
    static String initials(String given) {
        var folded = Normalizer.normalize(given, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        if (folded.matches("\\p{Lu}{2,4}")) {
            return folded.toLowerCase(Locale.ROOT);
        }
        return Arrays.stream(folded.split("[\\s.\\-‐‑]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** How many letters must be added, dropped, changed or swapped with their neighbour. */
    static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /** Whether a name unknown to the reference list is more likely a place, month, law or event than an author. */
    static boolean isNoAuthor(String name) {
        var folded = fold(name);
        return NO_AUTHOR.contains(folded)
                || folded.replace(" ", "").length() < 2
                || Arrays.stream(name.split(" ")).map(Names::fold).anyMatch(NO_AUTHOR_WORDS::contains);
    }

    private static final Set<String> NO_AUTHOR_WORDS = Set.of(
            ("january february march april may june july august september october november december jan feb mar apr jun jul aug"
                            + " sep sept oct nov dec spring summer autumn fall winter monday tuesday wednesday thursday friday saturday"
                            + " sunday table tables figure figures fig figs chapter section sections article appendix equation eq box panel"
                            + " part step phase stage model study experiment hypothesis column row line item case act acts ordinance"
                            + " constitution amendment agreement accord accords treaty pact protocol convention declaration resolution"
                            + " memorandum doctrine charter directive regulation law bill decree edition version release vol volume no"
                            + " number issue page pages since until before after during between from circa around about approximately year"
                            + " years decade century census survey summit conference congress olympics olympic games cup championship"
                            + " election elections referendum war wars battle crisis revolution coup invasion massacre uprising flood floods"
                            + " earthquake pandemic covid covid19 vision agenda horizon budget expo euro windows cmip iso iec din rfc ieee q1"
                            + " q2 q3 q4 ad bc ce bce utc gmt soviet press publishers routledge springer elsevier wiley sage palgrave")
                    .split(" "));

    private static Set<String> noAuthor() {
        var countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
        var cities = Arrays.stream(TimeZone.getAvailableIDs())
                .filter(id -> id.contains("/"))
                .map(id -> id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
        var currencies = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode);
        var others = Stream.of(
                "US",
                "USA",
                "UK",
                "UAE",
                "USSR",
                "EU",
                "Rs",
                "N",
                "Beijing",
                "Washington",
                "Washington DC",
                "New Delhi",
                "Delhi",
                "Islamabad",
                "Lahore",
                "Geneva",
                "Mumbai",
                "Crimea",
                "Kashmir",
                "Afghanistan",
                "England",
                "Scotland",
                "Wales");
        return Stream.of(countries, cities, currencies, others)
                .flatMap(words -> words)
                .map(Names::fold)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
