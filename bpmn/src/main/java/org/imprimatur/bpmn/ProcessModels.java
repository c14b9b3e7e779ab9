package org.imprimatur.bpmn;

import java.io.InputStream;
import java.util.List;

/** The process and decision models of this release, by their resources on the class path. */
public final class ProcessModels {

    /** The models that have a drawing, the whole way first. */
    public static final List<String> DRAWN = List.of("editorial-process", "peer-review", "publication");

    /** What an engine has to deploy together. */
    public static final List<String> RESOURCES = List.of(
            "bpmn/screening-advice.dmn",
            "bpmn/decision-advice.dmn",
            "bpmn/peer-review.bpmn",
            "bpmn/publication.bpmn",
            "bpmn/editorial-process.bpmn");

    private ProcessModels() {}

    /**
     * The BPMN file of a drawn model.
     *
     * @throws IllegalArgumentException for any other key
     */
    static InputStream bpmn(String modelKey) {
        if (!DRAWN.contains(modelKey)) {
            throw new IllegalArgumentException("there is no drawn model " + modelKey);
        }
        return ProcessModels.class.getResourceAsStream("/bpmn/" + modelKey + ".bpmn");
    }
}
