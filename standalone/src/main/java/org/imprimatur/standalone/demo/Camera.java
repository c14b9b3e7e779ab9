package org.imprimatur.standalone.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.imprimatur.standalone.browser.Chromium;
import org.imprimatur.standalone.browser.Chromium.View;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Onlooker;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes a picture of each page of the story in a real browser, at a desk's and at a phone's width, light and dark, and
 * a sheet of all of them with the templates of which no page was seen. Pages of the same step and person that differ only in an id or a number count as one, except where they
 * bear another headline; of those, two are enough.
 */
final class Camera implements Onlooker, AutoCloseable {

    static final List<View> VIEWS =
            List.of(new View(1280, false), new View(1280, true), new View(390, false), new View(390, true));

    private static final int ENOUGH = 2;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|[A-Z]+-\\d{4}-\\d+|\\d+");
    private static final Pattern SECRET = Pattern.compile("(?<=/(review|certificates)/)[\\w-]{16,}|(?<==)[^&]{16,}");
    private static final Pattern HEADLINE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    private record Picture(String step, String who, String what, int status, String file) {}

    private final Path folder;
    private final Chromium chromium;
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final SortedSet<String> notSeen = Templates.ofPages();
    private String step = "";
    private int steps;

    /** @param folder an existing one */
    Camera(Path folder) {
        this.folder = folder;
        this.chromium = Chromium.open();
    }

    @Override
    public synchronized void begins(String next) {
        step = next;
        steps++;
    }

    @Override
    public synchronized void sees(Seen page) {
        Templates.of(page).ifPresent(notSeen::remove);
        String place = place(page);
        String subject = String.join("|", step, page.who(), place, "" + page.status());
        Set<String> headlines = taken.computeIfAbsent(subject, none -> new HashSet<>());
        if (headlines.size() == ENOUGH || !headlines.add(headline(page))) {
            return;
        }
        String name = "%02d-%03d-%s".formatted(steps, pictures.size() + 1, named(place));
        try {
            List<byte[]> files = chromium.photograph(page, VIEWS);
            for (int view = 0; view < VIEWS.size(); view++) {
                Files.write(folder.resolve(name + "-" + named(VIEWS.get(view)) + ".png"), files.get(view));
            }
            pictures.add(new Picture(step, page.who(), place, page.status(), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotAsExpected e) {
            missed.add(step + ", " + place + ": " + e.getMessage());
        }
    }

    @Override
    public synchronized void seesPdf(String who, String what, byte[] pdf) {
        String name = "%02d-%03d-%s".formatted(steps, pictures.size() + 1, named(what));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage first = new PDFRenderer(document).renderImageWithDPI(0, 96);
            for (View view : VIEWS) {
                ImageIO.write(
                        first,
                        "png",
                        folder.resolve(name + "-" + named(view) + ".png").toFile());
            }
            pictures.add(new Picture(step, who, what, 200, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that the camera was to see was not reached. */
    synchronized void misses(String what) {
        missed.add(what);
    }

    /** The templates of which no page was seen. */
    synchronized SortedSet<String> notSeen() {
        return new TreeSet<>(notSeen);
    }

    /** The pages of which no picture could be made, each with the cause. */
    synchronized List<String> missed() {
        return List.copyOf(missed);
    }

    int count() {
        return pictures.size();
    }

    /** The page's address without what differs from one thing to the next, and without a link's secret. */
    static String place(Seen page) {
        String query = page.address().getRawQuery();
        String address = page.address().getRawPath() + (query == null ? "" : "?" + query);
        return ID.matcher(SECRET.matcher(address).replaceAll("…")).replaceAll("…");
    }

    private static String headline(Seen page) {
        Matcher headline = HEADLINE.matcher(page.html());
        return headline.find() ? headline.group(1) : "";
    }

    private static String named(String place) {
        String name = place.replaceAll("[^A-Za-z]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name.substring(0, Math.min(60, name.length()));
    }

    private static String named(View view) {
        return view.width() + (view.dark() ? "-dark" : "");
    }

    private void sheet() throws IOException {
        Map<String, List<Picture>> bySteps = pictures.stream()
                .collect(Collectors.groupingBy(Picture::step, LinkedHashMap::new, Collectors.toList()));
        String chapters = bySteps.entrySet().stream()
                .map(chapter -> "<h2>" + HtmlUtils.htmlEscape(chapter.getKey()) + "</h2><div>"
                        + chapter.getValue().stream().map(Camera::figure).collect(Collectors.joining()) + "</div>")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("index.html"),
                """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The pages of the way</title><style>
                body{font:1rem/1.4 system-ui,sans-serif;margin:2rem;background:#f6f6f4;color:#191c1f}
                div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:20rem}
                figure img{width:100%%;height:14rem;object-fit:cover;object-position:top;border:1px solid #dadad4}
                </style></head><body><h1>The pages of the way</h1><p>%d pages</p><p>%s</p>%s</body></html>
                """.formatted(
                                pictures.size(),
                                notSeen.isEmpty()
                                        ? "Every template of a page is among them."
                                        : "No page was made of these templates: " + String.join(", ", notSeen),
                                chapters),
                StandardCharsets.UTF_8);
    }

    private static String figure(Picture picture) {
        String links = VIEWS.stream()
                .map(Camera::named)
                .map(view -> "<a href=\"%s-%s.png\">%s</a>".formatted(picture.file(), view, view))
                .collect(Collectors.joining(" · "));
        return "<figure><a href=\"%1$s-%2$s.png\"><img loading=\"lazy\" alt=\"\" src=\"%1$s-%2$s.png\"></a><figcaption>%3$s<br>%4$s %5$s<br>%6$s</figcaption></figure>"
                .formatted(
                        picture.file(),
                        named(VIEWS.get(0)),
                        HtmlUtils.htmlEscape(picture.who()),
                        HtmlUtils.htmlEscape(picture.what()),
                        picture.status() == 200 ? "" : "(" + picture.status() + ")",
                        links);
    }

    @Override
    public void close() {
        chromium.close();
        try {
            sheet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
