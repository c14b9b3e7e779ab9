package org.imprimatur.sandbox.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.sandbox.http.Answer;
import org.imprimatur.sandbox.http.Html;
import org.imprimatur.sandbox.http.Json;
import org.imprimatur.sandbox.http.Page;
import org.imprimatur.sandbox.http.Request;
import org.imprimatur.sandbox.mail.Faults.Phase;
import org.imprimatur.sandbox.mail.MailMessage.UnreadableMessage;
import tools.jackson.databind.JsonNode;

/** The mail box on the web. Shows HTML that strangers wrote, so that runs nothing, loads nothing and knows no origin. */
final class MailWeb {

    private static final String WARNING = "Sandbox: these mails went nowhere but here";
    private static final String IN_FRAME =
            "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private final MailServer server;

    MailWeb(MailServer server) {
        this.server = server;
    }

    Answer answer(Request request) {
        if (request.path().equals("/faults")) return faults(request);
        if (!request.method().matches("GET|HEAD")) return notAllowed("GET, HEAD");
        return switch (request.path()) {
            case "/" -> list(request.parameter("address").orElse(""));
            case "/messages.json" -> json(request.parameter("address").orElse(""));
            case Page.STYLE_PATH -> Page.stylesheet();
            default -> request.below("/messages/").flatMap(this::message).orElseGet(MailWeb::nothingHere);
        };
    }

    private static Answer page(int status, String title, Html content) {
        return Page.of(status, "Mail box (sandbox)", WARNING, title, content);
    }

    private static Answer nothingHere() {
        return page(404, "Nothing here", Html.of("<p><a href=\"/\">All mails</a></p>"));
    }

    private List<MailMessage> newestFirst(String address) {
        var wanted = address.toLowerCase(Locale.ROOT).strip();
        var found = new ArrayList<>(server.messages().stream()
                .filter(it -> it.recipients().stream()
                        .anyMatch(to -> to.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList());
        Collections.reverse(found);
        return found;
    }

    private Answer list(String address) {
        var found = newestFirst(address);
        var mails = found.isEmpty()
                ? Html.of(
                        "<div class=\"sheet\"><p class=\"blank\">{}</p></div>",
                        address.isEmpty() ? "No mail has come yet." : "No mail to an address with “" + address + "”.")
                : Html.of("<ul class=\"mails sheet\">{}</ul>", Html.each(found, MailWeb::row));
        return page(200, "Mail box", Html.of("""
                        <form action="/" role="search">
                        <label>To an address with <input type="search" name="address" value="{}"></label>
                        <button>Search</button>
                        </form>
                        {}
                        """, address, mails));
    }

    private static Html row(MailMessage mail) {
        return Html.of(
                """
                <li><a href="/messages/{}"><span class="to">{}</span><span class="subject">{}</span>{}</a></li>
                """, mail.number(), String.join(", ", mail.recipients()), subject(mail), Page.time(mail.received()));
    }

    private static String subject(MailMessage mail) {
        return Optional.of(mail.subject()).filter(it -> !it.isBlank()).orElse("(no subject)");
    }

    private static Answer notAllowed(String allowed) {
        return Answer.sentence(405, "Use " + allowed).with("Allow", allowed);
    }

    private Answer json(String address) {
        return Json.of(200, newestFirst(address).stream().map(this::summary).toList());
    }

    private Map<String, Object> summary(MailMessage mail) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", mail.number());
        fields.put("messageId", mail.messageId());
        fields.put("from", mail.from());
        fields.put("to", mail.recipients());
        fields.put("subject", mail.subject());
        fields.put("received", mail.received());
        fields.put("links", links(mail));
        fields.put("eml", server.webUrl() + "/messages/" + mail.number() + ".eml");
        return fields;
    }

    /** One broken mail must not hide the others. */
    private static List<String> links(MailMessage mail) {
        try {
            return mail.links();
        } catch (UnreadableMessage e) {
            return List.of();
        }
    }

    private Answer faults(Request request) {
        var faults = server.faults();
        return switch (request.method()) {
            case "GET" -> Json.of(200, Map.of("happened", faults.happened(), "counts", faults.counts()));
            case "DELETE" -> {
                faults.clear();
                yield Answer.sentence(200, "Nothing goes wrong any more");
            }
            case "POST" -> Json.told(request, this::setFault);
            default -> notAllowed("GET, POST, DELETE");
        };
    }

    private Answer setFault(JsonNode json) {
        var faults = server.faults();
        var kind = json.path("kind").asString("");
        var times = json.path("times").asInt(1);
        var pattern = json.path("pattern").asString(".*");
        try {
            switch (kind) {
                case "connection-refused" ->
                    faults.refuseConnections(times, json.path("code").asInt(421));
                case "recipient-refused" ->
                    faults.refuseRecipients(times, pattern, json.path("code").asInt(450));
                case "message-refused" ->
                    faults.refuseMessages(times, pattern, json.path("code").asInt(451));
                case "stalled" -> faults.stall(times, phase(json), seconds(json));
                case "cut" -> faults.cutAfterData(times, json.path("stored").asBoolean(true));
                default -> {
                    return Answer.sentence(422, "Unknown kind of fault");
                }
            }
        } catch (IllegalArgumentException e) {
            return Answer.sentence(422, e.getMessage());
        }
        return Answer.sentence(200, kind + " is set");
    }

    private static Phase phase(JsonNode json) {
        return json.path("phase").asString("data").equals("connect") ? Phase.CONNECT : Phase.DATA;
    }

    private static Duration seconds(JsonNode json) {
        return Duration.ofMillis(Math.round(json.path("seconds").asDouble(1) * 1000));
    }

    private Optional<Answer> message(String path) {
        var parts = path.split("[/.]", 2);
        if (!parts[0].matches("\\d{1,9}")) return Optional.empty();
        var number = Integer.parseInt(parts[0]);
        var rest = path.substring(parts[0].length());
        return server.messages().stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .flatMap(mail -> switch (rest) {
                    case "" -> Optional.of(shown(mail));
                    case ".eml" -> Optional.of(Answer.download("message/rfc822", number + ".eml", mail.raw()));
                    case "/html" -> mail.html().map(MailWeb::framed);
                    default -> attachment(mail, rest);
                });
    }

    private static Optional<Answer> attachment(MailMessage mail, String rest) {
        if (!rest.matches("/attachments/\\d{1,4}")) return Optional.empty();
        var all = mail.attachments();
        var index = Integer.parseInt(rest.substring("/attachments/".length()));
        return index < all.size()
                ? Optional.of(Answer.download(
                        "application/octet-stream",
                        all.get(index).name(),
                        all.get(index).content()))
                : Optional.empty();
    }

    /** Links open in place of the whole page; nothing else gets out of the frame. */
    private static Answer framed(String html) {
        var base = "<base target=\"_top\">";
        var head = HEAD.matcher(html);
        var withBase = head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : base + html;
        return Answer.text(200, "text/html", withBase)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                                + " frame-ancestors 'self'; sandbox " + IN_FRAME);
    }

    private static Answer shown(MailMessage mail) {
        Html content;
        try {
            content = parts(mail);
        } catch (UnreadableMessage e) {
            content = Html.of("<p>{}</p>", e.getMessage());
        }
        return page(
                200,
                subject(mail),
                Html.of(
                        """
                        <div class="sheet"><dl>
                        <dt>From</dt><dd>{}</dd>
                        <dt>To</dt><dd>{}</dd>
                        <dt>Received</dt><dd>{}</dd>
                        <dt>Message-ID</dt><dd>{}</dd>
                        <dt>As it came</dt><dd><a href="/messages/{}.eml">Download .eml</a></dd>
                        </dl></div>
                        {}
                        """,
                        mail.from().isEmpty() ? "nobody (a bounce)" : mail.from(),
                        String.join(", ", mail.recipients()),
                        Page.time(mail.received()),
                        mail.messageId(),
                        mail.number(),
                        content));
    }

    private static Html parts(MailMessage mail) {
        var html = mail.html()
                .map(it -> Html.of(
                        "<h2>HTML part</h2><div class=\"sheet\"><iframe src=\"/messages/{}/html\" sandbox=\"{}\""
                                + " title=\"HTML part of the mail\"></iframe></div>",
                        mail.number(),
                        IN_FRAME))
                .orElse(Html.EMPTY);
        var text = mail.text()
                .map(it -> Html.of(
                        "<h2>Text part</h2><div class=\"sheet\"><pre class=\"letter\">{}</pre></div>", Html.linked(it)))
                .orElse(Html.EMPTY);
        var files = mail.attachments();
        var index = new int[1];
        var attachments = files.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>Attachments</h2><ul>{}</ul>",
                        Html.each(
                                files,
                                file -> Html.of(
                                        "<li><a href=\"/messages/{}/attachments/{}\">{}</a> ({} bytes)</li>",
                                        mail.number(),
                                        index[0]++,
                                        file.name(),
                                        file.content().length)));
        return Html.of("{}{}{}", html, text, attachments);
    }
}
