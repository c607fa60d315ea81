package dev.galleria.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A real Chromium. One per test class; every person gets a context with cookies of their own. */
public final class Browser implements AutoCloseable {
    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("GALLERIA_CHROMIUM"))
                            .orElse("/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A person with a browser of their own. */
    public BrowserContext person(boolean javaScript) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(javaScript)
                .setLocale("en-US"));
        context.setDefaultTimeout(90_000);
        return context;
    }

    /** The address of a page of that shop. */
    public static String address(String slug, String path) {
        return "http://" + slug + ".localhost:" + Ready.port() + path;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
