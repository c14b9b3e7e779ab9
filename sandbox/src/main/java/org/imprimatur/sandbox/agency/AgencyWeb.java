package org.imprimatur.sandbox.agency;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.imprimatur.sandbox.agency.Fault.Kind;
import org.imprimatur.sandbox.agency.Fault.On;
import org.imprimatur.sandbox.http.Answer;
import org.imprimatur.sandbox.http.Json;
import org.imprimatur.sandbox.http.Page;
import org.imprimatur.sandbox.http.Request;
import tools.jackson.databind.JsonNode;

/** The agency's side of HTTP: which request is which, and what each is answered with. */
final class AgencyWeb {

    private static final String XML = "text/xml";
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7E]+");

    private final DoiAgency agency;
    private final AgencyPages pages;

    AgencyWeb(DoiAgency agency) {
        this.agency = agency;
        this.pages = new AgencyPages(agency);
    }

    Answer answer(Request request) {
        return switch (request.path()) {
            case "/servlet/deposit" ->
                request.method().equals("POST") ? inTime(On.DEPOSIT, deposit(request)) : notAllowed("POST");
            case "/servlet/submissionDownload" ->
                faulty(On.RESULT, request.parameter("file_name").orElse("result"))
                        .orElseGet(() -> inTime(On.RESULT, download(request)));
            case "/faults" -> faults(request);
            default -> request.method().matches("GET|HEAD") ? read(request) : notAllowed("GET, HEAD");
        };
    }

    private Answer inTime(On on, Answer answer) {
        agency.faults()
                .strike(Kind.LATE, fault -> fault.on() == on, on.name().toLowerCase(Locale.ROOT))
                .ifPresent(late -> agency.waitFor(late.howLong()));
        return answer;
    }

    private Answer read(Request request) {
        if (request.path().equals("/")) return pages.overview();
        if (request.path().equals(Page.STYLE_PATH)) return Page.stylesheet();
        return request.below("/resolve/")
                .map(this::resolve)
                .or(() -> request.below("/works/").map(this::work))
                .or(() -> request.below("/submissions/").flatMap(pages::submission))
                .orElseGet(pages::nothingHere);
    }

    private static Answer notAllowed(String allowed) {
        return Answer.sentence(405, "Use " + allowed).with("Allow", allowed);
    }

    private Optional<Answer> faulty(On on, String what) {
        var faults = agency.faults();
        if (faults.strikes(Kind.UNAVAILABLE, on, what))
            return Optional.of(Answer.sentence(503, "Service temporarily unavailable"));
        if (faults.strikes(Kind.CUT, on, what)) return Optional.of(Answer.SILENCE);
        if (faults.strikes(Kind.GARBAGE, on, what))
            return Optional.of(Answer.text(200, "text/html", "<html><p>\u0000\u0001 <<doi_batch </html"));
        return Optional.empty();
    }

    private Answer deposit(Request request) {
        var upload = Upload.of(request);
        var what = upload.flatMap(Upload::fileName).orElse("deposit");
        return faulty(On.DEPOSIT, what)
                .orElseGet(() -> upload.map(this::deposit)
                        .orElseGet(() -> said(400, "FAILURE", "A multipart/form-data request is expected.")));
    }

    private Answer deposit(Upload upload) {
        var fields = upload.fields();
        var account = agency.account(fields.getOrDefault("login_id", ""), fields.getOrDefault("login_passwd", ""));
        if (account.isEmpty()) return said(401, "FAILURE", "Invalid login id or password.");
        if (!fields.getOrDefault("operation", "doMDUpload").equals("doMDUpload"))
            return said(400, "FAILURE", "Of the operations only doMDUpload is known here.");
        if (upload.fileName().isEmpty() || upload.file().length == 0)
            return said(400, "FAILURE", "The part fname needs a file name and a file.");
        var name = upload.fileName().get();
        if (agency.receive(account.get(), name, upload.file()).isEmpty())
            return said(429, "FAILURE", "Too many pending submissions.").with("Retry-After", "60");
        return agency.faults().strikes(Kind.ANSWER_LOST, name)
                ? Answer.SILENCE
                : said(200, "SUCCESS", "Your batch submission was successfully received.");
    }

    private static Answer said(int status, String title, String sentence) {
        return Answer.text(
                status,
                "text/html",
                "<html>\n<head><title>" + title + "</title></head>\n<body>\n<h2>" + title + "</h2>\n<p>" + sentence
                        + "</p>\n</body>\n</html>\n");
    }

    private Answer download(Request request) {
        var account = agency.account(
                request.parameter("usr").orElse(""), request.parameter("pwd").orElse(""));
        if (account.isEmpty()) return Answer.sentence(401, "Invalid login id or password");
        var wanted = request.parameter("file_name")
                .<Predicate<Submission>>map(name -> it -> it.fileName().equals(name))
                .or(() -> request.parameter("doi_batch_id")
                        .map(id -> it -> it.batchId().equals(Optional.of(id))));
        if (wanted.isEmpty()) return Answer.sentence(400, "Name a file_name or a doi_batch_id");
        var found = agency.asked(account.get(), wanted.get());
        return switch (request.parameter("type").orElse("result")) {
            case "result" -> Answer.text(200, XML, found.map(Diagnostic::of).orElseGet(Diagnostic::unknown));
            case "contents" ->
                found.map(it -> Answer.bytes(200, XML, it.content()))
                        .orElseGet(() -> Answer.text(200, XML, Diagnostic.unknown()));
            default -> Answer.sentence(400, "type is result or contents");
        };
    }

    private Answer resolve(String doi) {
        return agency.registered(doi)
                .map(it -> Answer.sentence(302, it.resource()).with("Location", ascii(it.resource())))
                .orElseGet(() -> Answer.sentence(404, "DOI not found: " + doi));
    }

    /** A header carries printable ASCII only; whatever else was deposited is percent-encoded. */
    private static String ascii(String resource) {
        return NOT_ASCII
                .matcher(resource)
                .replaceAll(it ->
                        URLEncoder.encode(it.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Answer work(String doi) {
        return agency.registered(doi)
                .map(it -> Json.of(200, Map.of("status", "ok", "message-type", "work", "message", message(it))))
                .orElseGet(() -> Json.of(404, Map.of("status", "failed", "message", "Resource not found.")));
    }

    private static Map<String, Object> message(RegisteredDoi held) {
        var message = new LinkedHashMap<String, Object>();
        message.put("DOI", held.doi());
        message.put("type", held.kind().replace('_', '-'));
        message.put("title", held.title().stream().toList());
        message.put("container-title", held.journal().stream().toList());
        message.put("ISSN", held.issns());
        held.volume().ifPresent(it -> message.put("volume", it));
        held.issue().ifPresent(it -> message.put("issue", it));
        held.pages().ifPresent(it -> message.put("page", it));
        held.articleNumber().ifPresent(it -> message.put("article-number", it));
        var date = new ArrayList<Integer>();
        held.year().map(Integer::valueOf).ifPresent(date::add);
        held.month().map(Integer::valueOf).ifPresent(date::add);
        if (!date.isEmpty()) message.put("published", Map.of("date-parts", List.of(date)));
        message.put(
                "author",
                held.contributors().stream().map(it -> Map.of("name", it)).toList());
        message.put("timestamp", held.timestamp().toString());
        message.put("resource", Map.of("primary", Map.of("URL", held.resource())));
        return message;
    }

    private Answer faults(Request request) {
        var faults = agency.faults();
        return switch (request.method()) {
            case "GET" ->
                Json.of(200, Map.of("set", faults.set(), "happened", faults.happened(), "counts", faults.counts()));
            case "DELETE" -> {
                faults.clear();
                yield Answer.sentence(200, "Nothing goes wrong any more");
            }
            case "POST" -> Json.told(request, this::setFault);
            default -> notAllowed("GET, POST, DELETE");
        };
    }

    private Answer setFault(JsonNode json) {
        var kind = Kind.of(json.path("kind").asString(""));
        if (kind.isEmpty()) return Answer.sentence(422, "Unknown kind of fault");
        var fault = fault(kind.get(), json);
        if (fault.times() < 1) return Answer.sentence(422, "A fault happens at least once");
        if (kind.get() == Kind.REFUSE && fault.doi().isEmpty()) return Answer.sentence(422, "A refusal needs a doi");
        var done = Answer.sentence(200, kind.get().word() + " is set");
        if (kind.get() == Kind.DOWN) return done.then(() -> agency.faults().set(fault));
        agency.faults().set(fault);
        return done;
    }

    private static Fault fault(Kind kind, JsonNode json) {
        var seconds = json.path("seconds").asDouble(1);
        return new Fault(
                kind,
                json.path("times").asInt(1),
                json.path("on").asString("deposit").equals("result") ? On.RESULT : On.DEPOSIT,
                Duration.ofMillis(Math.round(seconds * 1000)),
                json.path("doi").asString(""),
                json.path("message").asString("Refused by the sandbox"));
    }
}
