package org.imprimatur.publication.site.oai;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OaiController {
    private final OaiProvider provider;

    OaiController(OaiProvider provider) {
        this.provider = provider;
    }

    @GetMapping(path = "/oai", produces = MediaType.TEXT_XML_VALUE + ";charset=UTF-8")
    String oai(HttpServletRequest request) {
        return provider.answer(request.getParameterMap());
    }
}
