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
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.site.BrowsingSite;
import org.imprimatur.publication.site.BrowsingSite.Listed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * OAI-PMH 2.0 over the listed articles: oai_dc and jats, a set for each journal, resumption tokens that hold all they
 * need. Published records are never deleted, so deletions aren't kept.
 */
@Component
class OaiProvider {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Map<String, Set<String>> ARGUMENTS = Map.of(
            "Identify", Set.of(),
            "ListMetadataFormats", Set.of("identifier"),
            "ListSets", Set.of("resumptionToken"),
            "GetRecord", Set.of("identifier", "metadataPrefix"),
            "ListIdentifiers", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"),
            "ListRecords", Set.of("from", "until", "metadataPrefix", "set", "resumptionToken"));
    private final BrowsingSite site;
    private final Renderings renderings;
    private final DomainClock clock;
    private final String base;
    private final String host;
    private final String adminEmail;
    private final int pageSize;

    OaiProvider(
            BrowsingSite site,
            Renderings renderings,
            DomainClock clock,
            Addresses addresses,
            @Value("${imprimatur.oai.admin-email:admin@example.org}") String adminEmail,
            @Value("${imprimatur.oai.page-size:50}") int pageSize) {
        this.site = site;
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
        List<Listed> all = site.allListed();
        Instant earliest = all.isEmpty() ? now() : stamp(all.get(0));
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
        return site.allListed().stream()
                .filter(listed -> identifier(listed).equals(identifier))
                .findFirst()
                .orElseThrow(() -> new OaiError("idDoesNotExist", "There is no such record."));
    }

    private String list(Map<String, String> arguments, boolean whole) throws OaiError {
        Selection selection = selection(arguments);
        List<Listed> selected = site.allListed().stream()
                .filter(listed -> !stamp(listed).isBefore(selection.from())
                        && !stamp(listed).isAfter(selection.until()))
                .filter(listed -> selection.set().isEmpty() || listed.journal().equals(selection.set()))
                .toList();
        if (selected.isEmpty()) {
            throw new OaiError("noRecordsMatch", "No record fits.");
        }
        if (selection.cursor() >= selected.size()) {
            throw new OaiError("badResumptionToken", "The resumption token doesn't fit any more. Begin again.");
        }
        int end = Math.min(selection.cursor() + pageSize, selected.size());
        StringBuilder list = new StringBuilder();
        for (Listed listed : selected.subList(selection.cursor(), end)) {
            list.append(whole ? record(listed, selection.format()) : header(listed));
        }
        if (end < selected.size() || selection.cursor() > 0) {
            list.append("<resumptionToken completeListSize=\"")
                    .append(selected.size())
                    .append("\" cursor=\"")
                    .append(selection.cursor())
                    .append("\">")
                    .append(end < selected.size() ? selection.at(end).token() : "")
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
        Instant last = until == null ? LAST : moment(until, true);
        if (first.isAfter(last)) {
            throw new OaiError("badArgument", "From lies after until.");
        }
        return new Selection(format, first, last, arguments.getOrDefault("set", ""), 0);
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
        String metadata = format == Format.OAI_DC ? renderings.oaiDc(record) : renderings.jats(record);
        return "<record>" + header(listed) + "<metadata>" + inNamespace(withoutProlog(metadata), format)
                + "</metadata></record>";
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

    /** What a list holds and where it goes on: all of it stands in the token. */
    private record Selection(Format format, Instant from, Instant until, String set, int cursor) {
        static Selection of(String token) throws OaiError {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 5);
                int cursor = Integer.parseInt(parts[3]);
                if (cursor < 1) {
                    throw new IllegalArgumentException("No list goes on at " + cursor);
                }
                return new Selection(
                        Format.find(parts[0]).orElseThrow(IllegalArgumentException::new),
                        Instant.parse(parts[1]),
                        Instant.parse(parts[2]),
                        parts[4],
                        cursor);
            } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException noToken) {
                throw new OaiError("badResumptionToken", "This is no resumption token of ours.");
            }
        }

        Selection at(int next) {
            return new Selection(format, from, until, set, next);
        }

        String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(String.join(
                                    " ",
                                    format.prefix,
                                    from.toString(),
                                    until.toString(),
                                    Integer.toString(cursor),
                                    set)
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
