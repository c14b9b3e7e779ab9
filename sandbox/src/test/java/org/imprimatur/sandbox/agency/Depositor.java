package org.imprimatur.sandbox.agency;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.helpers.DefaultHandler;

/** A depositor that knows only the protocol. */
final class Depositor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DoiAgency agency;
    private final String login;
    private final String password;

    Depositor(DoiAgency agency, String login, String password) {
        this.agency = agency;
        this.login = login;
        this.password = password;
    }

    HttpResponse<String> deposit(String fileName, String xml) throws IOException, InterruptedException {
        return deposit(fileName, xml, "doMDUpload");
    }

    HttpResponse<String> deposit(String fileName, String xml, String operation)
            throws IOException, InterruptedException {
        var boundary = "----a-boundary-of-this-test";
        var body = field(boundary, "operation", operation)
                + field(boundary, "login_id", login)
                + field(boundary, "login_passwd", password)
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"fname\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/xml\r\n\r\n" + xml + "\r\n--" + boundary + "--\r\n";
        return HTTP.send(
                HttpRequest.newBuilder(at("/servlet/deposit"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    URI at(String path) {
        return URI.create(agency.baseUrl() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String more) throws IOException, InterruptedException {
        return get("/servlet/submissionDownload?usr=" + encoded(login) + "&pwd=" + encoded(password) + more);
    }

    Result result(String fileName) throws IOException, InterruptedException {
        return Result.of(ask("&type=result&file_name=" + encoded(fileName)).body());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Asks until the submission is completed. */
    Result completed(String fileName) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> result(fileName), it -> it.status().equals("completed"));
    }

    Result depositAndWait(String fileName, String xml) throws IOException, InterruptedException {
        var answer = deposit(fileName, xml);
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return completed(fileName);
    }

    /** A {@code doi_batch_diagnostic}, read by other means than it was written. */
    record Result(String status, String submissionId, String batchId, List<Line> lines, String counts) {

        record Line(String status, String messageId, String doi, String message) {}

        static Result of(String xml) {
            try {
                var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
                parser.setErrorHandler(new DefaultHandler());
                var file = parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
                var records = file.getElementsByTagName("record_diagnostic");
                return new Result(
                        file.getDocumentElement().getAttribute("status"),
                        text(file, "submission_id"),
                        text(file, "batch_id"),
                        IntStream.range(0, records.getLength())
                                .mapToObj(i -> (Element) records.item(i))
                                .map(one -> new Line(
                                        one.getAttribute("status"),
                                        one.getAttribute("msg_id"),
                                        one.getElementsByTagName("doi").item(0).getTextContent(),
                                        one.getElementsByTagName("msg").item(0).getTextContent()))
                                .toList(),
                        text(file, "record_count") + " records, " + text(file, "success_count") + " ok, "
                                + text(file, "warning_count") + " warned, " + text(file, "failure_count") + " failed");
            } catch (Exception e) {
                throw new AssertionError("Not a diagnostic: " + xml, e);
            }
        }

        private static String text(Document file, String name) {
            var found = file.getElementsByTagName(name);
            return found.getLength() == 0 ? "" : found.item(0).getTextContent();
        }

        Line only() {
            if (lines.size() != 1) throw new AssertionError("Not one record: " + this);
            return lines.get(0);
        }
    }
}
