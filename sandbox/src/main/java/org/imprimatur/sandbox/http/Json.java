package org.imprimatur.sandbox.http;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The value as JSON, with line breaks for people. */
    public static Answer of(int status, Object value) {
        return Answer.bytes(
                status,
                "application/json",
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    /**
     * Hands on what the request says: 415 unless it is sent as {@code application/json} (which no form of another site
     * can, so no page a person visits can break the sandbox), 422 if it isn't JSON.
     */
    public static Answer told(Request request, Function<JsonNode, Answer> then) {
        if (!request.contentType().startsWith("application/json"))
            return Answer.sentence(415, "Send it as application/json");
        JsonNode told;
        try {
            told = MAPPER.readTree(request.body());
        } catch (JacksonException e) {
            return Answer.sentence(422, "Not JSON: " + e.getOriginalMessage());
        }
        return then.apply(told);
    }
}
