package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.Browser;
import dev.galleria.harness.BrowserOffice;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner of a marketplace widens its catalog: words first, then a product with its variants, to the end of its life. */
@RunAsClient
class CatalogEditorJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String OWNER = "owner@atelier.example";
    private ShopBooks books;
    private String neighbor;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        books = new ShopBooks(SHOP);
        neighbor = CatalogPrint.of("gearhub");
    }

    @AfterEach
    void theOtherIsUntouched() {
        assertThat(CatalogPrint.of("gearhub")).isEqualTo(neighbor);
    }

    @Test
    void aProductIsMadeShownMovedAndEnded() {
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, OWNER);
            wordsAreMade(office);
            var id = productIsMade(office);
            shownInTheShop();
            addressMoves(office, id);
            archivedAndBack(office, id);
            deletedForGood(office, id);
            wordsAreTakenAway(office);
            assertThat(office.complaints()).isEmpty();
        }
    }

    private void wordsAreMade(BrowserOffice office) {
        office.open("/attributes");
        office.press("words:new");
        office.choose("words:kind", "NUMBER");
        office.fill("words:names:0:label", "Journey length");
        office.fill("words:unit", "cm");
        office.press("words:save");
        assertThat(office.page().locator(".rows")).containsText("Journey length");

        office.open("/product-types");
        office.press("words:new");
        office.fill("words:names:0:label", "Journey kind");
        office.field("words:added")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Journey length"));
        office.press("words:add");
        office.press("words:save");
        assertThat(office.page().locator(".rows")).containsText("Journey kind");

        office.open("/categories");
        office.press("tree:new");
        office.fill("tree:texts:0:title", "Journey shelf");
        office.press("tree:save");
        assertThat(office.page().locator(".rows")).containsText("Journey shelf");
    }

    /** Two options make four variants; the type's attribute is typed, prices fill a column. */
    private String productIsMade(BrowserOffice office) {
        office.open("/products/new");
        office.fill("texts:0:title", "Journey <b>shawl</b> & co");
        office.fill("texts:0:description", "Woven for a test.");
        office.field("product:type").selectOption("journey-kind");
        office.field("fact:0:number").waitFor();
        office.fill("fact:0:number", "forty");
        office.press("addOption");
        office.fill("options:0:names:0:name", "Size");
        office.fill("options:0:more", "S, M");
        office.press("options:0:addValues");
        office.press("addOption");
        office.fill("options:1:names:0:name", "Color");
        office.fill("options:1:more", "Rust, Moss, Rust");
        office.press("options:1:addValues");
        office.press("showMatrix");
        assertThat(office.page().locator("#product\\:variants")).containsText("4 variants: 4 new");
        office.press("makeMatrix");
        assertThat(office.page().locator(".variant")).hasCount(4);
        office.field("product:seller").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        office.press("switchSeller");
        office.field("fillColumn").selectOption("price");
        office.fill("fillValue", "48.50");
        office.press("fillNow");
        assertThat(office.field("rows:3:price")).hasValue("48.50");
        office.field("product:state").selectOption("ACTIVE");

        office.field("product:save").click();
        assertThat(office.page().locator(".alert--bad").first()).isVisible();
        assertThat(office.field("texts:0:title")).hasValue("Journey <b>shawl</b> & co");
        assertThat(office.page().locator("[data-pointer='/attributes/journey-length']"))
                .hasAttribute("aria-invalid", "true");
        office.fill("fact:0:number", "180");
        office.field("pickCategory").click();
        office.page()
                .locator("#product\\:categories .ui-treenode-label")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Journey shelf"))
                .click();
        assertThat(office.page().locator("#product\\:categoryBox")).containsText("Journey shelf");
        office.leave("product:save", "saved=1");
        office.saved();
        return office.here();
    }

    private void shownInTheShop() {
        var shop = new Shop(SHOP);
        eventually("/p/journey-b-shawl-b-co", 200);
        var page = shop.get("/p/journey-b-shawl-b-co").page();
        assertThat(page.selectFirst("h1").text()).isEqualTo("Journey <b>shawl</b> & co");
        assertThat(page.text())
                .contains("180 cm")
                .contains("Rust")
                .contains("Moss")
                .contains("48.50");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> shop.get("/c/journey-shelf").body().contains("/p/journey-b-shawl-b-co"));
    }

    private void addressMoves(BrowserOffice office, String id) {
        office.open("/products/" + id);
        office.fill("product:slug", "journey-shawl");
        office.leave("product:save", "saved=1");
        eventually("/p/journey-shawl", 200);
        var old = new Shop(SHOP).getOnce("/p/journey-b-shawl-b-co");
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("location")).endsWith("/p/journey-shawl");
    }

    private void archivedAndBack(BrowserOffice office, String id) {
        office.open("/products?state=all&q=journey");
        office.page()
                .locator(".ui-datatable tbody .ui-chkbox-box, .ui-datatable tbody input[type=checkbox] + *")
                .first()
                .click();
        office.press("list:archive");
        assertThat(office.page().locator(".bulk .alert--good")).containsText("One product is archived");
        eventually("/p/journey-shawl", 404);

        office.open("/products/" + id);
        assertThat(office.field("product:state")).hasValue("ARCHIVED");
        office.field("product:state").selectOption("ACTIVE");
        office.leave("product:save", "saved=1");
        eventually("/p/journey-shawl", 200);
    }

    private void deletedForGood(BrowserOffice office, String id) {
        office.open("/products/" + id);
        office.field("askDelete").click();
        office.leave("product:delete", "/backoffice/products");
        assertThat(office.here()).isEqualTo("products");
        eventually("/p/journey-shawl", 410);
        assertThat(new Shop(SHOP).getOnce("/p/journey-b-shawl-b-co").status()).isIn(301, 410);
        assertThat(books.number("SELECT count(*) FROM variant WHERE product_id = '" + id + "'"))
                .isZero();
    }

    private void wordsAreTakenAway(BrowserOffice office) {
        for (var words : Map.of("/product-types", "Journey kind", "/attributes", "Journey length").entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .toList()) {
            office.open(words.getKey());
            var row = office.page()
                    .locator(".rows > li")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words.getValue()));
            row.locator("button[id$=delete]").click();
            confirm(office);
            assertThat(row).hasCount(0);
        }
        office.open("/categories");
        var row = office.page()
                .locator(".rows > li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Journey shelf"));
        row.locator("button[id$=delete]").click();
        confirm(office);
        assertThat(row).hasCount(0);
    }

    private static void confirm(BrowserOffice office) {
        office.page()
                .locator(".ui-confirm-dialog:visible .ui-confirmdialog-yes")
                .click();
    }

    private static void eventually(String path, int status) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                        new Shop(SHOP).getOnce(path).status())
                .as(path)
                .isEqualTo(status));
    }
}
