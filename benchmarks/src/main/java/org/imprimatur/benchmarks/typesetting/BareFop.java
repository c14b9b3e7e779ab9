package org.imprimatur.benchmarks.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.xml.sax.InputSource;

/** FOP with our settings (fonts, PDF/A-2u, PDF/UA-1) and nothing before or after it. */
final class BareFop {

    private final FopFactory factory;

    BareFop() throws Exception {
        try (InputStream settings = BareFop.class.getResourceAsStream("/print/fop.xconf")) {
            factory = new FopConfParser(settings, URI.create("classpath:/"), new ClassPath())
                    .getFopFactoryBuilder()
                    .build();
        }
    }

    byte[] print(String fo) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Fop fop = factory.newFop(MimeConstants.MIME_PDF, factory.newFOUserAgent(), pdf);
        SAXParserFactory.newDefaultNSInstance()
                .newSAXParser()
                .parse(new InputSource(new StringReader(fo)), fop.getDefaultHandler());
        return pdf.toByteArray();
    }

    private static final class ClassPath implements ResourceResolver {

        @Override
        public Resource getResource(URI uri) throws IOException {
            InputStream font = BareFop.class.getResourceAsStream(uri.getPath());
            if (font == null) {
                throw new FileNotFoundException(uri.toString());
            }
            return new Resource(font);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new FileNotFoundException(uri.toString());
        }
    }
}
