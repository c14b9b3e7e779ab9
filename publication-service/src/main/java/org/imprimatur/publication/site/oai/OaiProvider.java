package org.imprimatur.publication.site.oai;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.issue.Listed;
import org.imprimatur.publication.issue.Listings;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.site.BrowsingSite;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * OAI-PMH 2.0 over the listed articles: oai_dc and jats, a set for each journal, resumption tokens that hold all they
 * need and name the last record that was given, so that a list goes on rightly whatever is listed meanwhile. Published records are never deleted, so deletions aren't kept.
 */
@Component
class OaiProvider {
    private static final Map<String, Set<String>> ARGUMENTS = Map.of(
            "Identify", Set.of(),
            "ListMetadataFormats", Set.of("identifier"),
            "ListSets", Set.of("resumptionToken"),
            "GetRecord", Set.of("identifier", "metadataPrefix"),
            "ListIdentifiers", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"),
            "ListRecords", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"));
    private final BrowsingSite site;
    private final Listings listings;
    private final Renderings renderings;
    private final DomainClock clock;
    private final String base;
    private final String host;
    private final String adminEmail;
    private final int pageSize;

    OaiProvider(
            BrowsingSite site,
            Listings listings,
            Renderings renderings,
            DomainClock clock,
            Addresses addresses,
            @Value("${imprimatur.oai.admin-email:admin@example.org}") String adminEmail,
            @Value("${imprimatur.oai.page-size:50}") int pageSize) {
        this.site = site;
        this.listings = listings;
        this.renderings = renderings;
        this.clock = clock;
        this.base = addresses.journal("oai").toString();
        this.host = URI.create(base).getHost();
        this.adminEmail = adminEmail;
        this.pageSize = pageSize;
    }

    /** The answer to a request: always a document of the protocol, whatever was asked. */
    String answer(Map<String, String[]> parameters) {
        try {
            Map<String, String> arguments = single(parameters);
            String verb = arguments.getOrDefault("verb", "");
            Set<String> allowed = ARGUMENTS.get(verb);
            if (allowed == null) {
                throw new OaiError("badVerb", "The verb is missing or none of the protocol's.");
            }
            for (String name : arguments.keySet()) {
                if (!name.equals("verb") && !allowed.contains(name)) {
                    throw new OaiError("badArgument", "The verb " + verb + " takes no argument \"" + name + "\".");
                }
            }
            String attributes = arguments.entrySet().stream()
                    .map(argument -> " " + argument.getKey() + "=\"" + escaped(argument.getValue()) + "\"")
                    .collect(Collectors.joining());
            return document(attributes, "<" + verb + ">" + content(verb, arguments) + "</" + verb + ">");
        } catch (OaiError error) {
            return document("", "<error code=\"" + error.code + "\">" + escaped(error.getMessage()) + "</error>");
        }
    }

    private static Map<String, String> single(Map<String, String[]> parameters) throws OaiError {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (parameter.getValue().length != 1) {
                boolean verb = parameter.getKey().equals("verb");
                throw new OaiError(
                        verb ? "badVerb" : "badArgument", "The argument " + parameter.getKey() + " is repeated.");
            }
        }
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    private String content(String verb, Map<String, String> arguments) throws OaiError {
        return switch (verb) {
            case "Identify" -> identify();
            case "ListMetadataFormats" -> formats(arguments);
            case "ListSets" -> sets(arguments);
            case "GetRecord" -> record(arguments);
            case "ListIdentifiers" -> list(arguments, false);
            default -> list(arguments, true);
        };
    }

    private String identify() {
        Instant earliest = listings.page(Listings.Selection.all(), Optional.empty(), 1).stream()
                .findFirst()
                .map(OaiProvider::stamp)
                .orElseGet(this::now);
        return element(
                        "repositoryName",
                        site.journals().stream()
                                .map(journal -> journal.identity().title())
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), names -> names.isEmpty() ? host : names)))
                + element("baseURL", base)
                + element("protocolVersion", "2.0")
                + element("adminEmail", adminEmail)
                + element("earliestDatestamp", earliest.toString())
                + element("deletedRecord", "no")
                + element("granularity", "YYYY-MM-DDThh:mm:ssZ");
    }

    private String formats(Map<String, String> arguments) throws OaiError {
        if (arguments.containsKey("identifier")) {
            find(arguments.get("identifier"));
        }
        StringBuilder formats = new StringBuilder();
        for (Format format : Format.values()) {
            formats.append("<metadataFormat>")
                    .append(element("metadataPrefix", format.prefix))
                    .append(element("schema", format.schema))
                    .append(element("metadataNamespace", format.namespace))
                    .append("</metadataFormat>");
        }
        return formats.toString();
    }

    private String sets(Map<String, String> arguments) throws OaiError {
        if (arguments.containsKey("resumptionToken")) {
            throw new OaiError("badResumptionToken", "The list of sets is complete without one.");
        }
        List<Journal> journals = site.journals();
        if (journals.isEmpty()) {
            throw new OaiError("noSetHierarchy", "There is no journal yet.");
        }
        return journals.stream()
                .map(journal -> "<set>" + element("setSpec", journal.key())
                        + element("setName", journal.identity().title()) + "</set>")
                .collect(Collectors.joining());
    }

    private String record(Map<String, String> arguments) throws OaiError {
        if (!arguments.containsKey("identifier")) {
            throw new OaiError("badArgument", "The identifier is missing.");
        }
        Format format = Format.of(arguments.get("metadataPrefix"));
        return record(find(arguments.get("identifier")), format);
    }

    private Listed find(String identifier) throws OaiError {
        String prefix = "oai:" + host + ":";
        String[] parts = identifier.startsWith(prefix)
                ? identifier.substring(prefix.length()).split("/", 2)
                : new String[0];
        return (parts.length == 2 ? site.listed(parts[0], parts[1]) : Optional.<Listed>empty())
                .orElseThrow(() -> new OaiError("idDoesNotExist", "There is no such record."));
    }

    private String list(Map<String, String> arguments, boolean whole) throws OaiError {
        Selection selection = selection(arguments);
        List<Listed> found = listings.page(selection.selected(), selection.after(), pageSize + 1);
        if (found.isEmpty()) {
            throw selection.after().isEmpty()
                    ? new OaiError("noRecordsMatch", "No record fits.")
                    : new OaiError("badResumptionToken", "The resumption token doesn't fit any more. Begin again.");
        }
        boolean more = found.size() > pageSize;
        List<Listed> page = more ? found.subList(0, pageSize) : found;
        StringBuilder list = new StringBuilder();
        for (Listed listed : page) {
            list.append(whole ? record(listed, selection.format()) : header(listed));
        }
        if (more || selection.after().isPresent()) {
            int size = selection.after().isPresent() ? selection.size() : listings.count(selection.selected());
            list.append("<resumptionToken completeListSize=\"")
                    .append(Math.max(size, selection.cursor() + found.size()))
                    .append("\" cursor=\"")
                    .append(selection.cursor())
                    .append("\">")
                    .append(more ? selection.behind(page, size).token() : "")
                    .append("</resumptionToken>");
        }
        return list.toString();
    }

    private Selection selection(Map<String, String> arguments) throws OaiError {
        String token = arguments.get("resumptionToken");
        if (token != null) {
            if (arguments.size() > 2) {
                throw new OaiError("badArgument", "A resumption token stands alone.");
            }
            return Selection.of(token);
        }
        Format format = Format.of(arguments.get("metadataPrefix"));
        String from = arguments.get("from");
        String until = arguments.get("until");
        if (from != null && until != null && from.length() != until.length()) {
            throw new OaiError("badArgument", "From and until have different granularities.");
        }
        Instant first = from == null ? Instant.EPOCH : moment(from, false);
        Instant before = until == null
                ? Listings.Selection.all().before()
                : moment(until, true).plusSeconds(1);
        if (!first.isBefore(before)) {
            throw new OaiError("badArgument", "From lies after until.");
        }
        return new Selection(
                format,
                new Listings.Selection(first, before, Optional.ofNullable(arguments.get("set"))),
                Optional.empty(),
                0,
                0);
    }

    private static Instant moment(String typed, boolean end) throws OaiError {
        try {
            if (typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
                return Instant.parse(typed);
            }
            if (typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                Instant day =
                        LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
                return end ? day.plus(1, ChronoUnit.DAYS).minusSeconds(1) : day;
            }
        } catch (DateTimeParseException noDate) {
            throw new OaiError("badArgument", "\"" + typed + "\" is no date.");
        }
        throw new OaiError("badArgument", "\"" + typed + "\" is no date of the form YYYY-MM-DDThh:mm:ssZ.");
    }

    private String record(Listed listed, Format format) {
        ArticleRecord record =
                site.article(listed.journal(), listed.slug()).orElseThrow().record();
        return "<record>" + header(listed) + "<metadata>" + metadata(record, format) + "</metadata></record>";
    }

    /** The content of the {@code metadata} element of an article's record in oai_dc. */
    String oaiDc(ArticleRecord record) {
        return metadata(record, Format.OAI_DC);
    }

    private String metadata(ArticleRecord record, Format format) {
        String metadata = format == Format.OAI_DC ? renderings.oaiDc(record) : renderings.jats(record);
        return inNamespace(withoutProlog(metadata), format);
    }

    /** OAI-PMH takes no element without a namespace, and JATS has none of its own. */
    private static String inNamespace(String xml, Format format) {
        return format == Format.JATS
                ? xml.replaceFirst("^<article(?=[\\s>])", "<article xmlns=\"" + format.namespace + "\"")
                : xml;
    }

    /** A document's root element alone: neither declaration nor document type may stand inside another document. */
    private static String withoutProlog(String xml) {
        return xml.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "")
                .replaceFirst("^\\s*<!DOCTYPE[^>]*>", "")
                .strip();
    }

    private String header(Listed listed) {
        return "<header>" + element("identifier", identifier(listed))
                + element("datestamp", stamp(listed).toString())
                + element("setSpec", listed.journal()) + "</header>";
    }

    private String identifier(Listed listed) {
        return "oai:" + host + ":" + listed.journal() + "/" + listed.slug();
    }

    private static Instant stamp(Listed listed) {
        return listed.publishedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private String document(String requestAttributes, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/"
                + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">"
                + element("responseDate", now().toString())
                + "<request" + requestAttributes + ">" + escaped(base) + "</request>" + content + "</OAI-PMH>\n";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE)
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    private enum Format {
        OAI_DC(
                "oai_dc",
                "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
                "http://www.openarchives.org/OAI/2.0/oai_dc/"),
        JATS(
                "jats",
                "https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3-mathml3.xsd",
                "https://jats.nlm.nih.gov/ns/archiving/1.3/");

        private final String prefix;
        private final String schema;
        private final String namespace;

        Format(String prefix, String schema, String namespace) {
            this.prefix = prefix;
            this.schema = schema;
            this.namespace = namespace;
        }

        static Format of(String prefix) throws OaiError {
            if (prefix == null) {
                throw new OaiError("badArgument", "The metadataPrefix is missing.");
            }
            return find(prefix)
                    .orElseThrow(() ->
                            new OaiError("cannotDisseminateFormat", "Records are to be had as oai_dc and as jats."));
        }

        static Optional<Format> find(String prefix) {
            return Set.of(values()).stream()
                    .filter(format -> format.prefix.equals(prefix))
                    .findFirst();
        }
    }

    /**
     * What a list holds and where it goes on: all of it stands in the token.
     *
     * @param after the last record that was given
     * @param cursor how many were given
     * @param size how many there were when the list began
     */
    private record Selection(Format format, Listings.Selection selected, Optional<Listed> after, int cursor, int size) {
        private static final int PARTS = 11;

        static Selection of(String token) throws OaiError {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", PARTS);
                return new Selection(
                        Format.find(parts[0]).orElseThrow(IllegalArgumentException::new),
                        new Listings.Selection(
                                Instant.parse(parts[1]),
                                Instant.parse(parts[2]),
                                parts[10].isEmpty() ? Optional.empty() : Optional.of(parts[10])),
                        Optional.of(new Listed(
                                parts[5],
                                Integer.parseInt(parts[6]),
                                Integer.parseInt(parts[7]),
                                new ArticleNumber(Integer.parseInt(parts[8])),
                                Instant.parse(parts[9]))),
                        Integer.parseUnsignedInt(parts[3]),
                        Integer.parseUnsignedInt(parts[4]));
            } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException noToken) {
                throw new OaiError("badResumptionToken", "This is no resumption token of ours.");
            }
        }

        Selection behind(List<Listed> page, int counted) {
            return new Selection(
                    format, selected, Optional.of(page.get(page.size() - 1)), cursor + page.size(), counted);
        }

        String token() {
            Listed last = after.orElseThrow();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(String.join(
                                    " ",
                                    format.prefix,
                                    selected.from().toString(),
                                    selected.before().toString(),
                                    Integer.toString(cursor),
                                    Integer.toString(size),
                                    last.journal(),
                                    Integer.toString(last.volume()),
                                    Integer.toString(last.issue()),
                                    Integer.toString(last.number().value()),
                                    last.publishedAt().toString(),
                                    selected.journal().orElse(""))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An error of the protocol (OAI-PMH 2.0, section 3.6). */
    private static final class OaiError extends Exception {
        private final String code;

        OaiError(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }
}
