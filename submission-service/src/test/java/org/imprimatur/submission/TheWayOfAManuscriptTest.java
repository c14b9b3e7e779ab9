package org.imprimatur.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.imprimatur.submission.testing.Browser;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.WordFiles;
import org.junit.jupiter.api.Test;

/** The author's way, page after page, as a browser takes it. */
class TheWayOfAManuscriptTest {

    private final RunningService service = RunningService.get();

    @Test
    void an_author_takes_a_manuscript_from_the_first_page_to_the_receipt() {
        Browser author = service.signedIn("way-1", "Ghulam Mustafa");

        assertThat(author.get("/author").text()).contains("Nothing here yet");
        Browser.Page file = author.form(author.get("/author/submit"), "/submit")
                .fill("where", "gpr/articles")
                .send();
        assertThat(file.path()).endsWith("/file");
        Browser.Page report = author.form(file, "/file")
                .attach("file", "water.docx", WordFiles.manuscript("Sharing Water"))
                .send();
        assertThat(report.text()).contains("Carry, 2021");
        Browser.Page about = author.get(report.path().replace("/file", "/about"));
        assertThat(author.form(about, "/about").value("title")).isEqualTo("Sharing Water");
        Browser.Page contributors = author.form(about, "/about")
                .fill("abstract", "How water is shared.")
                .fill("keywords", "water; rivers")
                .send();
        assertThat(contributors.path()).endsWith("/contributors");
        Browser.Page reviewers = author.form(contributors, "/contributors")
                .fill("given-0", "Ghulam")
                .fill("family-0", "Mustafa")
                .fill("email-0", "ghulam.mustafa@example.org")
                .fill("affiliation-0", "GC University, Faisalabad")
                .fill("corresponding", "0")
                .send();
        assertThat(reviewers.path()).endsWith("/reviewers");
        Browser.Page look = author.form(reviewers, "/reviewers").send();
        assertThat(look.path()).endsWith("/look");
        Browser.Page submitted = author.form(look, "/submission").send();

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.text()).contains("GPR-2024-0").contains("Sharing Water");
        assertThat(author.get("/author").text()).contains("Where your manuscripts are");
        await().untilAsserted(() -> assertThat(service.mails().messages())
                .anyMatch(mail -> mail.isTo("ghulam.mustafa@example.org")
                        && mail.subject().contains("has received your manuscript")));
    }
}
