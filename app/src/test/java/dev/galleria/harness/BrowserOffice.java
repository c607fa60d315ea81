package dev.galleria.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A back office in a real browser, in the words of who works there. What its console complains of is kept. */
public final class BrowserOffice {
    private final String slug;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private BrowserOffice(String slug, Page page) {
        this.slug = slug;
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Signs somebody in with the demo's password. */
    public static BrowserOffice signIn(Browser browser, String slug, String email) {
        var page = browser.person(true).newPage();
        page.setViewportSize(1280, 900);
        page.navigate(Browser.address(slug, "/sign-in"));
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", "galleria-demo");
        page.locator("form[action$='/sign-in'] button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return new BrowserOffice(slug, page);
    }

    public Page page() {
        return page;
    }

    /** Opens a page below {@code /backoffice}. */
    public void open(String path) {
        page.navigate(Browser.address(slug, "/backoffice" + path));
    }

    /** The field whose id ends so. */
    public Locator field(String id) {
        return page.locator("[id$='" + id + "']:visible").first();
    }

    public void fill(String id, String value) {
        field(id).fill(value);
    }

    /** Presses a button that changes a part of the page, and waits until that has come. */
    public void press(String id) {
        page.waitForResponse(response -> response.request().method().equals("POST"), () -> field(id)
                .click());
        settled();
    }

    /** Chooses in a list that changes a part of the page. */
    public void choose(String id, String value) {
        page.waitForResponse(response -> response.request().method().equals("POST"), () -> field(id)
                .selectOption(value));
        settled();
    }

    /** Presses a button that leads to another page, whose address contains that. */
    public void leave(String id, String address) {
        field(id).click();
        try {
            page.waitForURL(url -> url.contains(address), new Page.WaitForURLOptions().setTimeout(30_000));
        } catch (TimeoutError e) {
            throw new AssertionError(page.url() + " shows " + faults(), e);
        }
    }

    /** The last part of the page's path. */
    public String here() {
        var path = java.net.URI.create(page.url()).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Every fault that the page shows. */
    public List<String> faults() {
        return new ArrayList<>(page.locator(".alert--bad, .fault").allInnerTexts());
    }

    public void saved() {
        assertThat(page.locator(".alert--good").first()).isVisible();
    }

    /** What the console has complained of since the last time. */
    public List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private void settled() {
        page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
    }
}
