package org.imprimatur.submission.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: it keeps cookies, follows redirects and sends forms as they stand on the page. */
public final class Browser {

    private final HttpClient client;
    private final String base;
    private final Supplier<String> assertion;

    Browser(String base, Supplier<String> assertion) {
        this(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                base,
                assertion);
    }

    private Browser(HttpClient client, String base, Supplier<String> assertion) {
        this.client = client;
        this.base = base;
        this.assertion = assertion;
    }

    /** The same browser after its session has ended. */
    public Browser signedOut() {
        return new Browser(client, base, null);
    }

    /** What came back at last, after redirects. */
    public record Page(int status, String path, String body, HttpResponse<byte[]> response) {

        public Document html() {
            return Jsoup.parse(body, path);
        }

        public String text() {
            return html().text();
        }
    }

    public Page get(String path) {
        return follow(exchange(request(path).GET()), path);
    }

    /** The same without following a redirect. */
    public HttpResponse<byte[]> look(String path) {
        return exchange(request(path).GET());
    }

    /** A request of a page's script. */
    public Page htmx(FormFilled form, String... more) {
        HttpRequest.Builder request = request(form.action).header("HX-Request", "true");
        for (int at = 0; at < more.length; at += 2) {
            request.header(more[at], more[at + 1]);
        }
        return follow(exchange(encoded(request, form)), form.action);
    }

    /** What a page's script asks for, with the seal that its page has. */
    public HttpResponse<byte[]> ask(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        String seal =
                get("/author/submit").html().selectFirst("input[name=_csrf]").attr("value");
        return exchange(asking(method, path, body, headers).header("X-XSRF-TOKEN", seal));
    }

    /** The same from a page that isn't ours. */
    public HttpResponse<byte[]> askUnsealed(
            String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return exchange(asking(method, path, body, headers));
    }

    /** As the switch in the frame of every page does it. */
    public HttpResponse<byte[]> choose(String language) {
        return askUnsealed(
                "POST",
                "/language",
                HttpRequest.BodyPublishers.ofString("back=/author&language=" + language),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private HttpRequest.Builder asking(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return request;
    }

    /** A form of no fields but the token that makes it one of ours. */
    public FormFilled token() {
        return form(get("/author/submit"), "/submit").without("where").without("type");
    }

    /** The form of the page whose action ends like this. */
    public FormFilled form(Page page, String actionEnd) {
        Element form = page.html().select("form").stream()
                .filter(one -> one.attr("action").endsWith(actionEnd))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no form for …" + actionEnd + " on " + page.path + " (" + page.status + "): " + page.text()));
        return new FormFilled(this, form);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
        if (assertion != null) {
            request.header("X-Imprimatur-Person", assertion.get());
        }
        return request;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Page follow(HttpResponse<byte[]> response, String path) {
        if (response.statusCode() / 100 == 3) {
            String next = response.headers().firstValue("Location").orElseThrow();
            String there = next.startsWith(base) ? next.substring(base.length()) : next;
            return there.startsWith("/sign-in")
                    ? new Page(response.statusCode(), there, "", response)
                    : follow(exchange(request(there).GET()), there);
        }
        return new Page(response.statusCode(), path, new String(response.body(), UTF_8), response);
    }

    private static HttpRequest.Builder encoded(HttpRequest.Builder request, FormFilled form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.fields.stream()
                        .map(field ->
                                URLEncoder.encode(field.name, UTF_8) + "=" + URLEncoder.encode(field.value, UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private record Field(String name, String value) {}

    private record Upload(String name, String fileName, byte[] content) {}

    /** A form being filled in. */
    public static final class FormFilled {

        private final Browser browser;
        private final Element form;
        private String action;
        private final List<Field> fields = new ArrayList<>();
        private final List<Upload> uploads = new ArrayList<>();

        private FormFilled(Browser browser, Element form) {
            this.browser = browser;
            this.form = form;
            this.action = form.attr("action");
            for (Element control : form.select("input[name], textarea[name]")) {
                boolean sent = switch (control.attr("type")) {
                    case "checkbox", "radio" -> control.hasAttr("checked");
                    case "file", "submit" -> false;
                    default -> true;
                };
                if (sent) {
                    fields.add(new Field(
                            control.attr("name"),
                            control.normalName().equals("textarea")
                                    ? control.wholeText().replaceFirst("^\n", "")
                                    : control.attr("value")));
                }
            }
        }

        public String value(String name) {
            return fields.stream()
                    .filter(field -> field.name.equals(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse(null);
        }

        public FormFilled fill(String name, String value) {
            if (form.select("[name]").stream()
                    .noneMatch(control -> control.attr("name").equals(name))) {
                throw new AssertionError("no field " + name + " in the form for " + action + ", only "
                        + form.select("[name]").eachAttr("name"));
            }
            fields.removeIf(field -> field.name.equals(name));
            fields.add(new Field(name, value));
            return this;
        }

        public FormFilled tick(String name, String value) {
            fields.add(new Field(name, value));
            return this;
        }

        /** As a page would be without that field: a radio button not chosen, a token lost. */
        public FormFilled without(String name) {
            fields.removeIf(field -> field.name.equals(name));
            return this;
        }

        /** The same fields for another address, as somebody would send them who tries out addresses. */
        public FormFilled to(String otherAction) {
            action = otherAction;
            return this;
        }

        public FormFilled attach(String name, String fileName, byte[] content) {
            uploads.add(new Upload(name, fileName, content));
            return this;
        }

        public Page press(String name, String value) {
            fields.add(new Field(name, value));
            return send();
        }

        public Page send() {
            HttpRequest.Builder request = browser.request(action);
            if (form.attr("enctype").startsWith("multipart")) {
                String boundary = "----browser-of-the-tests";
                request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary)));
            } else {
                encoded(request, this);
            }
            return browser.follow(browser.exchange(request), action);
        }

        private byte[] multipart(String boundary) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (Field field : fields) {
                body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field.name, field.value)
                        .getBytes(UTF_8));
            }
            for (Upload upload : uploads) {
                body.writeBytes(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                .formatted(boundary, upload.name, upload.fileName.replace("\"", "%22"))
                                .getBytes(UTF_8));
                body.writeBytes(upload.content);
                body.writeBytes("\r\n".getBytes(UTF_8));
            }
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
            return body.toByteArray();
        }
    }
}
