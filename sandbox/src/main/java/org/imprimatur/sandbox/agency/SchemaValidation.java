package org.imprimatur.sandbox.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates against the agency's real schemas, read from a folder and from nowhere else. */
final class SchemaValidation implements Validation {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaValidation.class);
    private static final DOMImplementationLS INPUTS = inputs();
    private static final String NAMESPACE = "http://www.crossref.org/schema/";

    private final Path folder;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    SchemaValidation(Path folder) {
        if (!Files.isDirectory(folder)) throw new IllegalArgumentException("No folder of schemas: " + folder);
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public List<String> problems(Document file, byte[] content) {
        var namespace =
                Optional.ofNullable(file.getDocumentElement().getNamespaceURI()).orElse("");
        var version = namespace.startsWith(NAMESPACE) ? namespace.substring(NAMESPACE.length()) : "";
        var schemaFile = folder.resolve("crossref" + version + ".xsd");
        if (!version.matches("\\d+\\.\\d+\\.\\d+") || !Files.isRegularFile(schemaFile))
            return List.of("No schema for the namespace '" + namespace + "'");
        var found = new ArrayList<String>();
        try {
            var validator =
                    compiled.computeIfAbsent(version, it -> compile(schemaFile)).newValidator();
            validator.setErrorHandler(new Collector(found));
            validator.validate(new StreamSource(new ByteArrayInputStream(content)));
        } catch (SAXException e) {
            LOG.debug("Validation stopped", e);
            if (found.isEmpty()) found.add("Error: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }

    private Schema compile(Path schemaFile) {
        try {
            // Other JAXP implementations on the class path refuse the access properties.
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(this::resolve);
            return factory.newSchema(schemaFile.toFile());
        } catch (SAXException e) {
            throw new IllegalStateException("The schemas in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Two imports name addresses on w3.org; both files stand in the folder. Everything else is found by the parser. */
    private LSInput resolve(String type, String namespace, String publicId, String systemId, String base) {
        if (systemId == null || !systemId.startsWith("http")) return null;
        var local = systemId.endsWith("/mathml3.xsd")
                ? "standard-modules/mathml3/mathml3.xsd"
                : systemId.endsWith("/xml.xsd") ? "xml.xsd" : null;
        if (local == null) return null;
        // only a place: the parser opens it itself, and may open files alone
        var input = INPUTS.createLSInput();
        input.setPublicId(publicId);
        input.setSystemId(folder.resolve(local).toUri().toString());
        return input;
    }

    private static DOMImplementationLS inputs() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Collector(List<String> found) implements ErrorHandler {
        private static final int MOST = 20;

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {
            if (found.size() < MOST) found.add("Error: " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
