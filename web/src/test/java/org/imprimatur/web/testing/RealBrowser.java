package org.imprimatur.web.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a window for the tests of a class, and what is looked for on every page in it. */
public final class RealBrowser implements AutoCloseable {

    public static final int DESK = 1280;
    public static final int PHONE = 390;

    /** 1280 CSS pixels at 400 %, as WCAG 1.4.10 wants. */
    public static final int ZOOMED = 320;

    private static final int TALL = 900;
    private static final Path EXECUTABLE = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String AXE = text("/axe.min.js");
    private static final String LOOK = text("/org/imprimatur/web/testing/look.js");

    private final Playwright playwright;
    private final Browser chromium;

    private RealBrowser(List<String> arguments) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(arguments));
    }

    /** Where there is none, the test that asks is skipped, with the remedy. */
    public static RealBrowser open(String... moreArguments) {
        Assumptions.assumeTrue(
                Files.isExecutable(EXECUTABLE),
                "no Chromium: install it (Debian: apt-get install chromium) or name it with CHROMIUM=/path");
        return new RealBrowser(
                Stream.concat(QUIET.stream(), Stream.of(moreArguments)).toList());
    }

    public Browser chromium() {
        return chromium;
    }

    /**
     * What keeps somebody out of the page as it stands, in words; empty when nothing does. It is looked at by a desk and
     * on a phone, light and dark, at 400 %, with WCAG 1.4.12's spacing, and with every control focused: axe's rules and
     * target size (2.5.8), colours in the dark, nothing wider than the window (1.4.10), no text cut off, focus seen and
     * not hidden (2.4.7, 2.4.11), nothing moving for who wants no motion. Scripts of the page see windows of other sizes
     * go by; what it shows, its focus and its scroll stay.
     */
    public static List<String> barriers(Page page) {
        ViewportSize before = page.viewportSize();
        List<String> found = new ArrayList<>();
        if (!(Boolean) page.evaluate("'look' in window")) {
            page.evaluate(AXE + ";" + LOOK + ";0");
        }
        for (int width : new int[] {DESK, PHONE}) {
            media(page, ColorScheme.LIGHT);
            page.setViewportSize(width, TALL);
            found.addAll(seen(page, width + " px", "look.rules()"));
            media(page, ColorScheme.DARK);
            found.addAll(seen(page, width + " px, dark", "look.colours()"));
        }
        media(page, ColorScheme.LIGHT);
        found.addAll(seen(page, PHONE + " px, spaced", "look.spaced()"));
        page.setViewportSize(ZOOMED, ZOOMED);
        found.addAll(seen(page, "400 %", "look.fits()"));
        found.addAll(seen(page, "400 %", "look.focused()"));
        page.setViewportSize(before.width, before.height);
        found.addAll(seen(page, "no motion", "look.still()"));
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        return found;
    }

    // no colour on its way to another is judged
    private static void media(Page page, ColorScheme colours) {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static List<String> seen(Page page, String how, String look) {
        return ((List<?>) page.evaluate(look))
                .stream().map(one -> how + ": " + one).toList();
    }

    private static String text(String resource) {
        try (InputStream in = RealBrowser.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
