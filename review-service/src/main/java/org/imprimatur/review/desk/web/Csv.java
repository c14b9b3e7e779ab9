package org.imprimatur.review.desk.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values by RFC 4180. A field that a spreadsheet would take for a formula begins with an
 * apostrophe, so that it is shown and not run.
 */
final class Csv {

    private Csv() {}

    static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*") ? "'" + value : value;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
