package org.imprimatur.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.standalone.browser.Chromium;
import org.imprimatur.standalone.browser.Onlooker.Seen;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraTest {

    private static Seen page(String who, String path, String headline) {
        return new Seen(
                who,
                "GET",
                URI.create("http://localhost" + path),
                200,
                Map.of("content-type", List.of("text/html")),
                "<h1>" + headline + "</h1>",
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/editor/manuscripts/GPR-2024-003/reviewers,/editor/manuscripts/…/reviewers",
        "/author/manuscripts/7f2c1a50-0000-4000-8000-000000000001/file,/author/manuscripts/…/file",
        "/review/9fPq-ZkQ1x_tB3aLw0RrYvGh/report,/review/…/report",
        "/setup?token=0123456789abcdef,/setup?token=…",
        "/gpr/articles/9-2-03,/gpr/articles/…-…-…"
    })
    void a_place_names_the_kind_of_page_and_neither_an_id_nor_a_secret(String path, String place) {
        assertThat(Camera.place(page("Somebody", path, ""))).isEqualTo(place);
    }

    @Test
    void each_distinct_page_of_a_step_is_taken_once_at_both_widths_light_and_dark(@TempDir Path folder)
            throws Exception {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "there is no Chromium here");
        try (Camera camera = new Camera(folder)) {
            camera.begins("The first step");
            camera.sees(page("Ada", "/manuscripts/1", "Waits"));
            camera.sees(page("Ada", "/manuscripts/2", "Waits"));
            camera.sees(page("Ada", "/manuscripts/1", "Done <b>"));
            camera.begins("The second step");
            camera.sees(page("Ada", "/manuscripts/1", "Waits"));
            assertThat(camera.missed()).isEmpty();
        }
        try (Stream<Path> pictures = Files.list(folder)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()).sorted())
                    .containsExactly(
                            "01-001-manuscripts-1280-dark.png",
                            "01-001-manuscripts-1280.png",
                            "01-001-manuscripts-390-dark.png",
                            "01-001-manuscripts-390.png",
                            "01-002-manuscripts-1280-dark.png",
                            "01-002-manuscripts-1280.png",
                            "01-002-manuscripts-390-dark.png",
                            "01-002-manuscripts-390.png",
                            "02-003-manuscripts-1280-dark.png",
                            "02-003-manuscripts-1280.png",
                            "02-003-manuscripts-390-dark.png",
                            "02-003-manuscripts-390.png",
                            "index.html");
        }
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("The first step", "The second step", "02-003-manuscripts-390.png", "Ada");
    }
}
