package org.imprimatur.publication.site.oai;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.publication.site.BrowsingSite;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OaiController {
    private final OaiProvider provider;
    private final BrowsingSite site;

    OaiController(OaiProvider provider, BrowsingSite site) {
        this.provider = provider;
        this.site = site;
    }

    @GetMapping(path = "/oai", produces = MediaType.TEXT_XML_VALUE + ";charset=UTF-8")
    String oai(HttpServletRequest request) {
        return provider.answer(request.getParameterMap());
    }

    /** An article's metadata as harvesters get it, also before it is listed, so that it can be looked at. */
    @GetMapping(
            path = "/{journal:[a-z][a-z0-9-]+}/articles/{slug:[0-9-]+}/article.oai.xml",
            produces = MediaType.TEXT_XML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> metadata(@PathVariable String journal, @PathVariable String slug) {
        return site.article(journal, slug)
                .filter(view -> !view.slot().withdrawn())
                .map(view ->
                        ResponseEntity.ok().header("X-Robots-Tag", "noindex").body(provider.oaiDc(view.record())))
                .orElseThrow(() -> new NotYours("article " + slug));
    }
}
