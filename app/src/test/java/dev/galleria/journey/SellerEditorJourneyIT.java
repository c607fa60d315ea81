package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.Browser;
import dev.galleria.harness.BrowserOffice;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seller in the catalog's pages: own products, offers on what others describe, and nothing else. */
@RunAsClient
class SellerEditorJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String SELLER = "hansekontor@atelier.example";
    private ShopBooks books;
    private Map<String, String> foreign;
    private String neighbor;

    @BeforeEach
    void aProductOfSomebodyElse() {
        Ready.await();
        books = new ShopBooks(SHOP);
        foreign = books.rows(
                        """
                        SELECT p.id, p.slug, v.sku FROM product p JOIN product_summary s ON s.product_id = p.id
                          JOIN variant v ON v.product_id = p.id JOIN seller m ON m.slug = 'hansekontor'
                         WHERE s.variant_count = 1 AND s.seller_id <> m.id AND p.owner_seller_id IS DISTINCT FROM m.id
                         ORDER BY p.slug LIMIT 1""")
                .get(0);
        neighbor = CatalogPrint.of("gearhub");
    }

    @AfterEach
    void theOtherIsUntouched() {
        var api = ApiClient.of(SHOP, SELLER, "galleria-demo");
        for (var row : books.rows("SELECT id FROM product WHERE slug LIKE 'journey-keys%' AND state <> 'DELETED'")) {
            var id = dev.galleria.platform.rest.PublicId.of(
                    new dev.galleria.catalog.ProductId(java.util.UUID.fromString(row.get("id"))));
            assertThat(api.delete("/api/v1/products/" + id, "*").status()).isEqualTo(204);
        }
        assertThat(CatalogPrint.of("gearhub")).isEqualTo(neighbor);
    }

    @Test
    void sellsWhatAnotherDescribesAndStops() {
        var offers = "SELECT count(*) FROM offer o JOIN variant v ON v.id = o.variant_id WHERE v.product_id = '"
                + foreign.get("id") + "'";
        long before = books.number(offers);
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, SELLER);
            office.open("/offer?q=" + foreign.get("sku"));
            office.page().locator(".rows a").first().click();
            office.page().waitForURL(url -> url.endsWith("/products/" + foreign.get("id") + "/offers"));
            office.fill("rows:0:price", "-5");
            office.field("offers:save").click();
            assertThat(office.page().locator(".fault").first()).isVisible();
            office.fill("rows:0:price", "19.90");
            office.leave("offers:save", "saved=1");
            office.saved();
            assertThat(office.field("rows:0:price")).hasValue("19.90");
            assertThat(books.number(offers)).isEqualTo(before + 1);
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> new Shop(SHOP)
                    .get("/p/" + foreign.get("slug"))
                    .body()
                    .contains("Hansekontor"));
            office.fill("rows:0:price", "");
            office.leave("offers:save", "saved=1");
            assertThat(books.number(offers)).isEqualTo(before);
            assertThat(office.complaints()).isEmpty();
        }
    }

    @Test
    void seesNoPageThatIsNotASellers() {
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, SELLER);
            office.open("/products?q=" + foreign.get("sku"));
            assertThat(office.page().locator("#list tbody tr")).hasCount(0);
            assertThat(office.page().locator(".side a[href$='/categories'], .side a[href$='/price-lists']"))
                    .hasCount(0);
            for (var path : List.of(
                    "/products/" + foreign.get("id"),
                    "/products/" + foreign.get("id") + "/pictures",
                    "/categories",
                    "/product-types",
                    "/attributes",
                    "/brands",
                    "/collections",
                    "/collections/new",
                    "/price-lists",
                    "/price-lists/new",
                    "/customer-groups",
                    "/search/rules")) {
                var answer = office.page().navigate(Browser.address(SHOP, "/backoffice" + path));
                assertThat(answer.status()).as(path).isIn(403, 404);
            }
        }
    }

    /** Tab, type, choose and Ctrl+S: without a mouse, and with what is wrong found by keyboard too. */
    @Test
    void aProductIsWrittenByKeyboardAlone() {
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, SELLER);
            office.open("/products/new");
            var page = office.page();
            tabTo(page, "texts:0:title");
            page.keyboard().type("Journey keys");
            tabTo(page, "rows:0:sku");
            page.keyboard().type("JRN-KEYS");
            page.keyboard().press("Tab");
            page.keyboard().type("12.5");
            page.keyboard().press("Control+s");
            assertThat(page.locator(".alert--bad").first()).isVisible();
            assertThat(page.locator("[aria-invalid=true]:focus")).hasCount(1);
            page.keyboard().press("Enter");
            var tree = page.locator("#product\\:categories [role=tree] [role=treeitem]")
                    .first();
            tree.waitFor();
            for (int i = 0;
                    i < 20
                            && page.locator(
                                                    "#product\\:categories [role=tree] :focus, #product\\:categories [role=tree]:focus")
                                            .count()
                                    == 0;
                    i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#product\\:categoryBox .strong")).not().hasText("–");
            page.keyboard().press("Control+s");
            page.waitForURL(url -> url.contains("saved=1"));
            assertThat(books.text("SELECT owner_seller_id = (SELECT id FROM seller WHERE slug = 'hansekontor')"
                            + " FROM product WHERE slug = 'journey-keys'"))
                    .isEqualTo("t");
        }
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("() => document.activeElement.id").toString().endsWith(id)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }
}
