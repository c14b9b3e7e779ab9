package org.imprimatur.review.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void a_line_is_as_rfc_4180_has_it() {
        assertThat(Csv.line(List.of("a", "b, c", "say \"yes\"", "two\nlines", "", "سلام")))
                .isEqualTo("a,\"b, c\",\"say \"\"yes\"\"\",\"two\nlines\",,سلام\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "=HYPERLINK(\"http://x\")", "＝1"})
    void nothing_runs_in_a_spreadsheet(String formula) {
        assertThat(Csv.line(List.of(formula)).replaceFirst("^\"", "")).startsWith("'");
    }
}
