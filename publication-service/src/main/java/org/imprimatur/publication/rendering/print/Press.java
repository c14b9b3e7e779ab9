package org.imprimatur.publication.rendering.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Turns XSL-FO into a PDF. It opens nothing but the fonts on the class path, whatever a document names. The first run
 * takes seconds, since hyphenation patterns and fonts are read then; the press is kept and may be used by several
 * threads.
 */
@Component
public final class Press {

    /** What became of printing. */
    sealed interface Result {}

    /** @param endsWell whether the last page bears text, and no footnote */
    record Printed(byte[] pdf, int pages, boolean endsWell) implements Result {}

    /** @param complaint the first thing that FOP found wrong */
    record Spoilt(String complaint) implements Result {}

    private final FopFactory factory;
    private final Faces faces = new Faces();
    private final Ligatures ligatures = new Ligatures();

    public Press() {
        ResourceResolver fontsOnly = new FontsOnly();
        try (InputStream settings = fontsOnly.getClass().getResourceAsStream("/print/fop.xconf")) {
            factory = new FopConfParser(settings, URI.create("classpath:/"), fontsOnly)
                    .getFopFactoryBuilder()
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException("The press's settings can't be read", e);
        }
    }

    Faces faces() {
        return faces;
    }

    /**
     * @param created the day the document bears
     * @param firstPage the first page's number; empty for what isn't numbered
     */
    Result print(String fo, LocalDate created, OptionalInt firstPage, String authors) {
        List<String> complaints = new ArrayList<>();
        FOUserAgent agent = factory.newFOUserAgent();
        agent.setCreationDate(Date.from(created.atStartOfDay(ZoneOffset.UTC).toInstant()));
        agent.setCreator("Imprimatur");
        agent.setProducer("Apache FOP");
        agent.getEventBroadcaster().addEventListener(event -> complaint(event).ifPresent(complaints::add));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, pdf);
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser()
                    .parse(
                            new InputSource(new ByteArrayInputStream(fo.getBytes(StandardCharsets.UTF_8))),
                            fop.getDefaultHandler());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("FOP refused what was set", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!complaints.isEmpty()) {
            return new Spoilt(complaints.get(0));
        }
        Finishing.Finished finished = Finishing.finish(pdf.toByteArray(), firstPage, authors, ligatures);
        return new Printed(finished.pdf(), finished.pages(), finished.endsWell());
    }

    private static Optional<String> complaint(Event event) {
        boolean lost = event.getEventKey().equals("glyphNotAvailable")
                || event.getSeverity() == EventSeverity.ERROR
                || event.getSeverity() == EventSeverity.FATAL;
        return lost ? Optional.of(EventFormatter.format(event)) : Optional.empty();
    }

    private static final class FontsOnly implements ResourceResolver {

        @Override
        public Resource getResource(URI uri) throws IOException {
            String path = String.valueOf(uri.getPath());
            InputStream font = "classpath".equals(uri.getScheme()) && path.startsWith("/fonts/")
                    ? Press.class.getResourceAsStream(path)
                    : null;
            if (font == null) {
                throw new FileNotFoundException("Not open to the press: " + uri);
            }
            return new Resource(font);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new FileNotFoundException("Not open to the press: " + uri);
        }
    }
}
