package org.imprimatur.intake.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.imprimatur.intake.text.Image;
import org.xml.sax.SAXException;

/**
 * Sets XSL formatting objects (XSL 1.1) as PDF, in Source Serif 4 and Noto Naskh Arabic. Nothing is fetched from outside,
 * whatever they name.
 */
public final class Typesetting {
    private static final String CONFIGURATION = """
            <fop version="1.0">
              <accessibility>true</accessibility>
              <renderers>
                <renderer mime="application/pdf">
                  <fonts>
                    <font embed-url="font:/source-serif-4/SourceSerif4-Regular.ttf"><font-triplet name="Source Serif 4" style="normal" weight="normal"/></font>
                    <font embed-url="font:/source-serif-4/SourceSerif4-Italic.ttf"><font-triplet name="Source Serif 4" style="italic" weight="normal"/></font>
                    <font embed-url="font:/source-serif-4/SourceSerif4-SemiBold.ttf"><font-triplet name="Source Serif 4" style="normal" weight="bold"/></font>
                    <font embed-url="font:/source-serif-4/SourceSerif4-BoldItalic.ttf"><font-triplet name="Source Serif 4" style="italic" weight="bold"/></font>
                    <font embed-url="font:/noto-naskh-arabic/NotoNaskhArabic-Regular.ttf"><font-triplet name="Noto Naskh Arabic" style="normal" weight="normal"/></font>
                    <font embed-url="font:/noto-naskh-arabic/NotoNaskhArabic-Bold.ttf"><font-triplet name="Noto Naskh Arabic" style="normal" weight="bold"/></font>
                  </fonts>
                </renderer>
              </renderers>
            </fop>
            """;

    private Typesetting() {}

    /** @param images by the name after {@code image:} with which they are asked for */
    public static byte[] pdf(String formattingObjects, Map<String, Image> images) {
        var pdf = new ByteArrayOutputStream();
        try {
            Fop fop = factory(images).newFop(MimeConstants.MIME_PDF, pdf);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(
                            new StreamSource(new StringReader(formattingObjects)),
                            new SAXResult(fop.getDefaultHandler()));
        } catch (FOPException | TransformerException e) {
            throw new IllegalStateException("These formatting objects can't be set", e);
        }
        return pdf.toByteArray();
    }

    private static FopFactory factory(Map<String, Image> images) {
        try {
            var resolver = new Inside(images);
            var configuration = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
            var builder = new FopConfParser(new ByteArrayInputStream(configuration), URI.create("font:/"), resolver)
                    .getFopFactoryBuilder();
            builder.getFontManager().disableFontCache();
            return builder.build();
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The configuration of the print can't be read", e);
        }
    }

    /** Finds fonts and pictures inside the program; nothing is ever fetched from outside. */
    private record Inside(Map<String, Image> images) implements ResourceResolver {
        @Override
        public Resource getResource(URI uri) throws IOException {
            if ("image".equals(uri.getScheme()) && images.containsKey(uri.getSchemeSpecificPart())) {
                return new Resource(new ByteArrayInputStream(
                        images.get(uri.getSchemeSpecificPart()).bytes()));
            }
            InputStream font = "font".equals(uri.getScheme())
                    ? Typesetting.class.getResourceAsStream("/fonts" + uri.getPath())
                    : null;
            if (font == null) {
                throw new IOException("Nothing outside is fetched: " + uri);
            }
            return new Resource(font);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException("Nothing is written: " + uri);
        }
    }
}
