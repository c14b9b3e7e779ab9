package org.imprimatur.sandbox.mail;

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
import org.imprimatur.sandbox.http.Page;
import org.imprimatur.sandbox.http.Request;
import org.imprimatur.sandbox.mail.MailMessage.UnreadableMessage;
import tools.jackson.databind.json.JsonMapper;

/** The mail box on the web. Shows HTML that strangers wrote, so that runs nothing, loads nothing and knows no origin. */
final class MailWeb {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WARNING = "Sandbox: these mails went nowhere but here";
    private static final String IN_FRAME =
            "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private final MailServer server;

    MailWeb(MailServer server) {
        this.server = server;
    }

    Answer answer(Request request) {
        if (!request.method().matches("GET|HEAD"))
            return Answer.sentence(405, "Use GET").with("Allow", "GET, HEAD");
        return switch (request.path()) {
            case "/" -> list(request.parameter("address").orElse(""));
            case "/messages.json" -> json(request.parameter("address").orElse(""));
            case "/faults" -> faults();
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

    private Answer json(String address) {
        var all = newestFirst(address).stream().map(this::summary).toList();
        return Answer.bytes(
                200, "application/json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    private Map<String, Object> summary(MailMessage mail) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", mail.number());
        fields.put("messageId", mail.messageId());
        fields.put("from", mail.from());
        fields.put("to", mail.recipients());
        fields.put("subject", mail.subject());
        fields.put("received", mail.received());
        fields.put("links", mail.links());
        fields.put("eml", server.webUrl() + "/messages/" + mail.number() + ".eml");
        return fields;
    }

    private Answer faults() {
        var all = Map.of(
                "happened",
                server.faults().happened(),
                "counts",
                server.faults().counts());
        return Answer.bytes(
                200, "application/json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
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
