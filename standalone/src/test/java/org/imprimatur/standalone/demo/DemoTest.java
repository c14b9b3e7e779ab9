package org.imprimatur.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.standalone.demo.Demo.Wish;
import org.imprimatur.standalone.embedded.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @Test
    void without_options_it_plays_the_demonstrations_own_manuscript_and_stays_up() {
        assertThat(Wish.of()).isEqualTo(new Wish(null, null, null));
    }

    @Test
    void the_options_may_come_in_any_order() {
        Wish wish = new Wish(Path.of("evidence"), Path.of("mine.docx"), null);

        assertThat(Wish.of("--once", "evidence", "--manuscript", "mine.docx")).isEqualTo(wish);
        assertThat(Wish.of("--manuscript", "mine.docx", "--once", "evidence")).isEqualTo(wish);
    }

    @Test
    void an_option_without_its_path_is_named() {
        assertThatThrownBy(() -> Wish.of("--once")).isInstanceOf(Trouble.class).hasMessageContaining("--once");
        assertThatThrownBy(() -> Wish.of("--once", "evidence", "--manuscript"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--manuscript");
    }

    @Test
    void an_option_that_there_is_not_is_named_and_nothing_starts() {
        assertThatThrownBy(() -> Wish.of("--twice", "evidence"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--twice");
        assertThat(Demo.run(new String[] {"--twice", "evidence"})).isEqualTo(Demo.NOT_STARTED);
    }

    @Test
    void a_manuscript_that_cannot_be_read_starts_nothing(@TempDir Path folder) {
        assertThat(Demo.run(new String[] {
                    "--once",
                    folder.resolve("evidence").toString(),
                    "--manuscript",
                    folder.resolve("none.docx").toString()
                }))
                .isEqualTo(Demo.NOT_STARTED);
    }

    @Test
    void a_folder_for_the_evidence_that_cannot_be_written_starts_nothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");

        assertThat(Demo.run(new String[] {"--once", file.resolve("evidence").toString()}))
                .isEqualTo(Demo.NOT_STARTED);
    }
}
