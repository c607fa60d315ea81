package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.galleria.harness.Browser;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A platform admin opens a marketplace, closes its door and opens it again. */
@RunAsClient
class ConsoleJourneyIT extends InApplication {
    @Test
    void aCreatedMarketplaceServesAtOnceAndStopsWhenSuspended() {
        Ready.await();
        var slug = "shop-" + Long.toString(System.nanoTime(), 36);
        try (var browser = new Browser()) {
            var page = browser.person(true).newPage();
            page.navigate(Browser.address("console", "/"));
            page.fill("[id='signIn:email']", "admin@galleria.example");
            page.fill("[id='signIn:password']", "galleria-demo");
            page.click("[id='signIn:submit']");
            assertThat(page.locator("body")).containsText("Greenmarket");
            create(page, slug);
            assertShopServesEmpty(slug);
            suspend(page, slug);
            assertThat(new Shop(slug).get("/").status()).isEqualTo(503);
            assertThat(new Shop("atelier").get("/").status()).isEqualTo(200);
            row(page, slug).locator("button.plain:not(.plain--danger)").click();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> new Shop(slug).get("/").status() == 200);
        }
    }

    private static void create(Page page, String slug) {
        page.navigate(Browser.address("console", "/tenants/new"));
        page.fill("[id='wish:name']", "Corner " + slug);
        page.fill("[id='wish:slug']", slug);
        page.fill("[id='wish:email']", "owner@" + slug + ".example");
        page.selectOption("[id='wish:theme']", "meadow");
        page.click("[id='wish:create']");
        page.locator("#ownerPassword").waitFor();
        assertThat(page.locator("#ownerPassword").innerText()).isNotBlank();
    }

    private static void assertShopServesEmpty(String slug) {
        var home = new Shop(slug).get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).contains("Corner " + slug).contains("meadow");
        assertThat(new Shop(slug).get("/search?q=lamp").status()).isEqualTo(200);
        assertThat(new Shop(slug).get("/cart").status()).isEqualTo(200);
    }

    private static void suspend(Page page, String slug) {
        page.navigate(Browser.address("console", "/?q=" + slug));
        row(page, slug).locator("button.plain--danger").click();
        page.locator(".ui-dialog:visible button.plain--danger, .ui-dialog:visible .btn--danger")
                .first()
                .click();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> new Shop(slug).get("/").status() == 503);
        page.navigate(Browser.address("console", "/?q=" + slug));
    }

    private static Locator row(Page page, String slug) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(slug));
    }
}
