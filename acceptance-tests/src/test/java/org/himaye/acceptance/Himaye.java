package org.himaye.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.himaye.stack.Stack;

/** The one running system of this test run, and a browser for each thread of it: the driver is not made for several. */
final class Himaye {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(() -> playwright()
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(withoutWindow())
                    .setHeadless(true)
                    .setArgs(FLAGS)));

    private Himaye() {}

    static Stack stack() {
        return Stack.shared();
    }

    /** Without the slash at the end. */
    static String address() {
        String text = stack().address().toString();
        return text.substring(0, text.length() - 1);
    }

    static Browser browser() {
        return BROWSER.get();
    }

    /** A browser of its own that keeps what it keeps in the folder, as on the machine of a person. */
    static BrowserContext browserOf(Path profile) {
        return playwright()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(chromium())
                                .setHeadless(true)
                                .setLocale("az-AZ")
                                .setArgs(FLAGS));
    }

    private static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** The whole browser, which keeps what a person's keeps. */
    private static Path chromium() {
        return first("HIMAYE_CHROMIUM", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .orElseThrow(() -> new IllegalStateException("no Chromium found: install the package chromium"));
    }

    /** The same engine without a window around it, where it is installed: it takes half the processor. */
    private static Path withoutWindow() {
        return first("HIMAYE_HEADLESS", "/usr/bin/chromium-headless-shell").orElseGet(Himaye::chromium);
    }

    private static Optional<Path> first(String variable, String... usual) {
        return Stream.concat(Stream.ofNullable(System.getenv(variable)), Stream.of(usual))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
