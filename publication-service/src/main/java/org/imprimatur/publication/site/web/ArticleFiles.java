package org.imprimatur.publication.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.issue.Slot;
import org.imprimatur.publication.site.BrowsingSite;
import org.imprimatur.publication.site.BrowsingSite.ArticleView;
import org.imprimatur.publication.site.Readings.Kind;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** An article's renderings as files. A withdrawn article has none. */
@Controller
@RequestMapping("/{journal:[a-z][a-z0-9-]+}/articles/{slug:[0-9-]+}")
class ArticleFiles {
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final Map<String, MediaType> FORMATS = Map.of(
            "bibtex", new MediaType("application", "x-bibtex", StandardCharsets.UTF_8),
            "ris", new MediaType("application", "x-research-info-systems", StandardCharsets.UTF_8),
            "csl-json", new MediaType("application", "vnd.citationstyles.csl+json", StandardCharsets.UTF_8));
    private final BrowsingSite site;
    private final Renderings renderings;
    private final Shown shown;
    private final Files files;
    private final JsonMapper json;
    private final Counting counting;

    ArticleFiles(
            BrowsingSite site, Renderings renderings, Shown shown, Files files, JsonMapper json, Counting counting) {
        this.counting = counting;
        this.site = site;
        this.renderings = renderings;
        this.shown = shown;
        this.files = files;
        this.json = json;
    }

    @GetMapping("/article.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String journal, @PathVariable String slug, HttpServletRequest request) {
        ArticleView view = view(journal, slug);
        counting.count(view, Kind.PDF, request);
        Slot.Fixed fixed = view.slot().fixed().orElseThrow();
        return file(
                view,
                MediaType.APPLICATION_PDF,
                "",
                "pdf",
                files.read(fixed.pdf()).orElseThrow());
    }

    @GetMapping("/cover.pdf")
    ResponseEntity<byte[]> cover(@PathVariable String journal, @PathVariable String slug) {
        ArticleView view = view(journal, slug);
        return file(view, MediaType.APPLICATION_PDF, "-cover", "pdf", renderings.cover(view.record()));
    }

    @GetMapping("/article.jats.xml")
    ResponseEntity<byte[]> jats(@PathVariable String journal, @PathVariable String slug) {
        return text(journal, slug, MediaType.APPLICATION_XML, "jats.xml", renderings::jats);
    }

    @GetMapping("/citations.json")
    ResponseEntity<byte[]> citations(@PathVariable String journal, @PathVariable String slug) {
        return text(
                journal,
                slug,
                JSON,
                "citations.json",
                record -> json.writeValueAsString(shown.of(record).citations()));
    }

    @GetMapping("/citation.bib")
    ResponseEntity<byte[]> bibtex(@PathVariable String journal, @PathVariable String slug) {
        return citation(journal, slug, "bibtex", "bib");
    }

    @GetMapping("/citation.ris")
    ResponseEntity<byte[]> ris(@PathVariable String journal, @PathVariable String slug) {
        return citation(journal, slug, "ris", "ris");
    }

    @GetMapping("/citation.csl.json")
    ResponseEntity<byte[]> csl(@PathVariable String journal, @PathVariable String slug) {
        return citation(journal, slug, "csl-json", "csl.json");
    }

    private ResponseEntity<byte[]> citation(String journal, String slug, String format, String extension) {
        return text(
                journal,
                slug,
                FORMATS.get(format),
                extension,
                record -> shown.of(record).citations().get(format));
    }

    private ResponseEntity<byte[]> text(
            String journal, String slug, MediaType type, String extension, Function<ArticleRecord, String> rendering) {
        ArticleView view = view(journal, slug);
        return file(view, type, "", extension, rendering.apply(view.record()).getBytes(StandardCharsets.UTF_8));
    }

    private ArticleView view(String journal, String slug) {
        return site.article(journal, slug)
                .filter(view -> !view.slot().withdrawn())
                .orElseThrow(() -> new NotYours("article " + slug));
    }

    private static ResponseEntity<byte[]> file(
            ArticleView view, MediaType type, String suffix, String extension, byte[] content) {
        String name = view.journal().key() + "-"
                + view.path().substring(view.path().lastIndexOf('/') + 1) + suffix + "." + extension;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString());
        if (!view.listed()) {
            answer.header("X-Robots-Tag", "noindex");
        }
        return answer.body(content);
    }
}
