package org.imprimatur.publication.doi.crossref;

import org.imprimatur.publication.doi.Agency;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a work as Crossref's REST API gives it ({@code message-type} "work"). What is no such thing decides nothing. */
final class WorkReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private WorkReader() {}

    static Agency.Holding read(byte[] answer) {
        try {
            JsonNode work = JSON.readTree(answer).path("message");
            String page = work.path("resource").path("primary").path("URL").asString("");
            return page.isEmpty()
                    ? new Agency.Away("The agency's answer can't be understood.")
                    : new Agency.Held(
                            page,
                            work.path("title").path(0).asString(""),
                            work.path("page").asString(""));
        } catch (JacksonException noJson) {
            return new Agency.Away("The agency's answer can't be understood.");
        }
    }
}
