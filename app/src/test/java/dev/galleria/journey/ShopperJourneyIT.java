package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.galleria.harness.Browser;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.ShopBooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The main job: a guest buys from two sellers, each ships their part, the neighbors notice nothing. */
@RunAsClient
class ShopperJourneyIT extends InApplication {
    /** Written by ticks whenever they come round, also because of what an earlier test did. */
    private static final Set<String> BACKGROUND = Set.of(
            "outbox",
            "handled_event",
            "product_summary",
            "collection",
            "collection_product",
            "collection_recount",
            "product_sold",
            "search_day",
            "search_term",
            "search_signal",
            "search_changed",
            "search_edition",
            "verify_run",
            "reconciliation",
            "gateway_account",
            "low_stock_watch",
            "low_stock_alert");

    private static final String PASSWORD = "galleria-demo";

    private final ShopBooks books = inTime(() -> new ShopBooks("atelier"));

    @Test
    void aGuestBuysFromTwoSellersAndFollowsTheParcel() {
        var gearhub = new ShopBooks("gearhub").fingerprint();
        var greenmarket = new ShopBooks("greenmarket").fingerprint();
        var goods = books.productsOfTwoSellers();
        try (var browser = new Browser()) {
            var email = fresh("script");
            var status = buy(browser.person(true).newPage(), goods, email);
            assertBooked(goods, email);
            assertSellersSeeTheirPartOnly(browser, goods, email);
            ship(browser, goods.get(0), email);
            var page = browser.person(true).newPage();
            page.navigate(status);
            assertThat(page.locator("body")).containsText("JD014600003RU");
        }
        assertThat(settled(new ShopBooks("gearhub").fingerprint())).isEqualTo(settled(gearhub));
        assertThat(settled(new ShopBooks("greenmarket").fingerprint())).isEqualTo(settled(greenmarket));
        assertThat(books.violations()).isEmpty();
    }

    @Test
    void aGuestBuysWithoutJavaScript() {
        var goods = books.productsOfTwoSellers();
        try (var browser = new Browser()) {
            var email = fresh("plain");
            buy(browser.person(false).newPage(), goods, email);
            assertBooked(goods, email);
        }
    }

    /** With the keyboard alone: every step is a field, a key on a link or a key on a button. */
    private String buy(Page page, List<Map<String, String>> goods, String email) {
        for (var one : goods) {
            page.navigate(Browser.address("atelier", "/"));
            page.locator("input[name=q]:visible").first().fill(one.get("title"));
            page.locator("input[name=q]:visible").first().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/search\\?.*q=.*"));
            page.locator("a[href*='stock=1']").first().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*stock=1.*"));
            page.locator("a[href*='/p/" + one.get("slug") + "']").first().press("Enter");
            page.locator(".buybox form button").first().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/cart.*"));
        }
        page.navigate(Browser.address("atelier", "/checkout"));
        page.fill("#email", email);
        page.fill("#name", "Ada Example");
        page.fill("#line1", "Lindenstraße 12");
        page.fill("#postalCode", "10969");
        page.fill("#city", "Berlin");
        page.selectOption("#country", "DE");
        page.locator(".form__actions .btn--primary").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/checkout/delivery.*"));
        assertThat(page.locator("section.parcel")).hasCount(2);
        for (int i = 0; i < 2; i++) {
            page.locator("section.parcel")
                    .nth(i)
                    .locator("input[type=radio]")
                    .first()
                    .press("Space");
        }
        page.locator(".form__actions .btn--primary").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/checkout/payment.*"));
        page.locator("input[name=gateway][value=stripe]").press("Space");
        page.locator(".form__actions .btn--primary").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/c/pay/.*"));
        payAtGateway(page);
        page.waitForURL(Pattern.compile(".*/orders/.*"), new Page.WaitForURLOptions().setTimeout(60_000));
        assertThat(page.locator("h1")).isVisible();
        return page.url();
    }

    private static String fresh(String name) {
        return name + Long.toString(System.nanoTime(), 36) + "@journey.example";
    }

    private static void payAtGateway(Page page) {
        page.fill("#card", "4242 4242 4242 4242");
        page.fill("#expiry", "12 / 40");
        page.fill("#cvc", "123");
        page.fill("#name", "Ada Example");
        page.locator("form button").first().press("Enter");
    }

    private void assertBooked(List<Map<String, String>> goods, String email) {
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "' AND state = 'CONFIRMED'"))
                .isEqualTo(1);
        for (var one : goods) {
            assertThat(books.number(
                            "SELECT coalesce(sum(-m.quantity), 0) FROM stock_movement m JOIN stock_item i ON i.id = m.item_id"
                                    + " JOIN purchase p ON m.ref_id LIKE p.id || ':%' WHERE m.kind = 'SALE' AND p.email = '"
                                    + email
                                    + "' AND i.offer_id = '" + one.get("offer") + "'"))
                    .as("stock of " + one.get("slug"))
                    .isEqualTo(1);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.number("SELECT count(*) FROM mail WHERE recipient = '" + email + "'") == 1);
    }

    private void assertSellersSeeTheirPartOnly(Browser browser, List<Map<String, String>> goods, String email) {
        for (int i = 0; i < 2; i++) {
            var page = office(browser, goods.get(i));
            page.navigate(Browser.address("atelier", "/backoffice/orders/" + part(goods.get(i), email)));
            assertThat(page.locator("main, body").first())
                    .containsText(goods.get(i).get("title"));
            assertThat(page.locator("body")).not().containsText(goods.get(1 - i).get("title"));
            var foreign =
                    page.navigate(Browser.address("atelier", "/backoffice/orders/" + part(goods.get(1 - i), email)));
            assertThat(foreign.status()).isEqualTo(404);
        }
    }

    private void ship(Browser browser, Map<String, String> goods, String email) {
        var page = office(browser, goods);
        page.navigate(Browser.address("atelier", "/backoffice/orders/" + part(goods, email)));
        // The page's script may still be on its way when the button is there already.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    if (!page.locator("[id='ship:tracking']").isVisible()) {
                        page.locator("#doing button").first().click();
                    }
                    return page.locator("[id='ship:tracking']").isVisible();
                });
        page.locator("[id='ship:tracking']").fill("JD014600003RU");
        page.locator("[id='ship:confirm']").click();
        assertThat(page.locator("body")).containsText("JD014600003RU");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.number("SELECT count(*) FROM mail WHERE recipient = '" + email + "'") == 2);
    }

    private static Page office(Browser browser, Map<String, String> goods) {
        var page = browser.person(true).newPage();
        page.navigate(Browser.address("atelier", "/backoffice/orders"));
        page.fill("#email", goods.get("seller_slug") + "@atelier.example");
        page.fill("#password", PASSWORD);
        page.locator("main form button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/backoffice.*"));
        return page;
    }

    private String part(Map<String, String> goods, String email) {
        return books.text("SELECT s.id FROM seller_order s JOIN purchase p ON p.id = s.purchase_id WHERE p.email = '"
                + email + "' AND s.seller_id = '" + goods.get("seller") + "'");
    }

    /** Without what housekeeping writes on its own: deliveries, and the read model that a tick brings up to date. */
    private static Map<String, String> settled(Map<String, String> prints) {
        var kept = new TreeMap<>(prints);
        kept.keySet().removeAll(BACKGROUND);
        return kept;
    }

    private static <T> T inTime(Supplier<T> value) {
        Ready.await();
        return value.get();
    }
}
