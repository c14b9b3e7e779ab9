package org.imprimatur.publication.rendering;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The real schemas, where there is a folder of them: named by IMPRIMATUR_SHARED or -Dimprimatur.shared, else a folder
 * "shared" beside the checkout or further up. Where there is none, the test is skipped and says so.
 */
public final class Schemas {
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    public static void assertValidJats(String xml) {
        assertValid("jats/JATS-journalpublishing1-3-mathml3.xsd", xml);
    }

    public static void assertValidDeposit(String xml) {
        assertValid("crossref/crossref5.3.1.xsd", xml);
    }

    private static void assertValid(String path, String xml) {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "No folder of schemas: name it in IMPRIMATUR_SHARED");
        Schema schema =
                READ.computeIfAbsent(path, key -> read(folder.orElseThrow().resolve(key)));
        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                .as(xml)
                .doesNotThrowAnyException();
    }

    private static Optional<Path> folder() {
        Stream<String> named = Stream.of(System.getProperty("imprimatur.shared"), System.getenv("IMPRIMATUR_SHARED"))
                .filter(name -> name != null);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .limit(5)
                .map(at -> at.resolve("shared"));
        return Stream.concat(named.map(Path::of), above)
                .map(shared -> shared.resolve("schemas"))
                .filter(schemas -> Files.isDirectory(schemas.resolve("crossref")))
                .findFirst();
    }

    private static Schema read(Path file) {
        try {
            DOMImplementationLS inputs = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver((type, namespace, publicId, systemId, base) ->
                    systemId != null && systemId.startsWith("http") ? local(inputs, file.getParent(), systemId) : null);
            return factory.newSchema(file.toFile());
        } catch (SAXException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // the schemas name others by their addresses; they lie below the same folder
    private static LSInput local(DOMImplementationLS inputs, Path folder, String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.walk(folder)) {
            Path found = files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
            LSInput input = inputs.createLSInput();
            input.setSystemId(found.toUri().toString());
            input.setByteStream(Files.newInputStream(found));
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
