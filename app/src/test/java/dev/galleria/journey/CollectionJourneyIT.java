package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.ApiClient;
import dev.galleria.harness.Browser;
import dev.galleria.harness.BrowserOffice;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections from the office to the shop: gathered by a rule as products change, and picked by hand in an order. */
@RunAsClient
class CollectionJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String LIST = "/collections/journey-lanterns";
    private final List<String> products = new ArrayList<>();
    private ApiClient owner;
    private ApiClient seller;
    private String neighbor;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        owner = ApiClient.of(SHOP, "owner@atelier.example", "galleria-demo");
        seller = ApiClient.of(SHOP, "hansekontor@atelier.example", "galleria-demo");
        neighbor = CatalogPrint.of("gearhub");
    }

    @AfterEach
    void nothingIsLeft() {
        for (var one : owner.get("/api/v1/collections").json().getJsonArray("items")) {
            var id = one.asJsonObject().getString("id");
            if (one.toString().contains("journey-lanterns")) {
                owner.delete("/api/v1/collections/" + id, "*");
            }
        }
        products.forEach(id -> owner.delete("/api/v1/products/" + id, "*"));
        assertThat(CatalogPrint.of("gearhub")).isEqualTo(neighbor);
    }

    @Test
    void aRuleGathersProductsAsTheyChange() {
        var paper = product("Journey paper lantern", "JRN-PAPER", "30.00", "journey-glow");
        product("Journey iron lantern", "JRN-IRON", "90.00", "journey-glow");
        product("Journey candle", "JRN-CANDLE", "12.00", "journey-wax");
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, "owner@atelier.example");
            office.open("/collections/new");
            office.fill("edit:slug", "journey-lanterns");
            office.page().locator("input[id$=':title']").first().fill("Journey lanterns <i>");
            office.choose("lines:0:subject", "TAG");
            office.fill("lines:0:values", "journey-glow");
            office.press("addLine");
            office.choose("lines:1:subject", "PRICE");
            office.choose("lines:1:comparison", "AT_MOST");
            office.fill("lines:1:values", "fifty");
            office.field("lines:1:values").blur();
            assertThat(office.page().locator("#edit\\:preview .alert--bad")).isVisible();
            office.fill("lines:1:values", "50");
            office.field("lines:1:values").blur();
            assertThat(office.page().locator("#edit\\:preview [role=status]")).containsText("1");
            assertThat(office.page().locator("#edit\\:preview")).containsText("Journey paper lantern");
            office.field("edit:published").check();
            office.leave("edit:save", "saved=1");
            office.saved();
            assertThat(office.complaints()).isEmpty();
        }
        shows("journey-paper-lantern");
        assertThat(new Shop(SHOP).get(LIST).page().selectFirst("h1").text()).isEqualTo("Journey lanterns <i>");

        // Dearer than the rule allows, then another becomes cheap enough.
        price(paper, "30.00", "60.00");
        price(products.get(1), "90.00", "45.00");
        shows("journey-iron-lantern");
        change(products.get(2), "journey-wax", "journey-glow");
        shows("journey-candle", "journey-iron-lantern");
        assertThat(new Shop("gearhub").getOnce(LIST).status()).isEqualTo(404);
    }

    @Test
    void pickedProductsStandInTheirOrder() {
        product("Journey one", "JRN-1", "10.00", "journey-a");
        product("Journey two", "JRN-2", "20.00", "journey-b");
        product("Journey three", "JRN-3", "30.00", "journey-c");
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, "owner@atelier.example");
            office.open("/collections/new");
            office.fill("edit:slug", "journey-lanterns");
            office.page().locator("input[id$=':title']").first().fill("Journey picks");
            office.choose("edit:kind", "false");
            for (var sku : List.of("JRN-1", "JRN-2", "JRN-3", "JRN-2", "NO-SUCH")) {
                office.fill("edit:sku", sku);
                office.press("edit:pick");
            }
            var rows = office.page().locator("#edit\\:picks tbody tr");
            assertThat(rows).hasCount(3);
            rows.nth(2).locator("button").first().click();
            assertThat(rows.nth(1)).containsText("Journey three");
            office.field("edit:published").check();
            office.leave("edit:save", "saved=1");
            shows("journey-one", "journey-three", "journey-two");
            assertThat(links(LIST + "?sort=price")).isNotEmpty();
            assertThat(links(LIST)).containsExactly("/p/journey-one", "/p/journey-three", "/p/journey-two");

            office.field("edit:delete").click();
            office.page()
                    .locator(".ui-confirm-dialog:visible .ui-confirmdialog-yes")
                    .click();
            office.page().waitForURL(url -> url.endsWith("/backoffice/collections"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> new Shop(SHOP).getOnce(LIST).status() >= 404);
        assertThat(new Shop(SHOP).getOnce("/p/journey-one").status())
                .as("its products stay")
                .isEqualTo(200);
    }

    @Test
    void onlyTheMarketplacesPeopleWriteThem() {
        var body = "{\"slug\":\"journey-lanterns\",\"texts\":{\"en\":{\"title\":\"X\"}},\"products\":[]}";
        assertThat(seller.post("/api/v1/collections", body, Map.of()).status()).isEqualTo(403);
        assertThat(ApiClient.of(SHOP)
                        .post("/api/v1/collections", body, Map.of())
                        .status())
                .isEqualTo(401);
        var made = owner.post("/api/v1/collections", body, Map.of());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var path = "/api/v1/collections/" + made.json().getString("id");
        assertThat(seller.get(path).status()).as("not published").isEqualTo(404);
        assertThat(seller.delete(path, "*").status()).isEqualTo(403);
        var stranger = ApiClient.of("gearhub", "owner@gearhub.example", "galleria-demo");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.put(path, body, "*").status()).isEqualTo(404);
        assertThat(stranger.delete(path, "*").status()).isEqualTo(404);
        var hidden = owner.get(path);
        assertThat(owner.put(path, body, "\"old\"").status()).isEqualTo(412);
        assertThat(owner.get(path).text()).isEqualTo(hidden.text());
        assertThat(new Shop(SHOP).getOnce(LIST).status()).isEqualTo(404);
    }

    private String product(String title, String sku, String price, String tag) {
        var leaf = new ShopBooks(SHOP)
                .text("SELECT slug FROM category c WHERE parent_id IS NOT NULL AND NOT EXISTS"
                        + " (SELECT FROM category d WHERE d.parent_id = c.id) ORDER BY slug LIMIT 1");
        var money = Json.createObjectBuilder().add("amount", price).add("currency", "EUR");
        var body = Json.createObjectBuilder()
                .add("state", "ACTIVE")
                .add("category", leaf)
                .add("tags", Json.createArrayBuilder().add(tag))
                .add(
                        "texts",
                        Json.createObjectBuilder()
                                .add("en", Json.createObjectBuilder().add("title", title)))
                .add(
                        "variants",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("sku", sku)
                                        .add(
                                                "offers",
                                                Json.createArrayBuilder()
                                                        .add(Json.createObjectBuilder()
                                                                .add("price", money)))));
        var answer = seller.post("/api/v1/products", body.build().toString(), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        products.add(answer.json().getString("id"));
        return answer.json().getString("id");
    }

    private void price(String product, String before, String after) {
        change(product, before, after);
    }

    private void change(String product, String before, String after) {
        var path = "/api/v1/products/" + product;
        var seen = seller.get(path);
        assertThat(seen.text()).contains(before);
        assertThat(seller.put(path, seen.text().replace(before, after), seen.tag())
                        .status())
                .isEqualTo(200);
    }

    private static void shows(String... slugs) {
        var wanted = java.util.Arrays.stream(slugs).map("/p/"::concat).toList();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(links(LIST))
                .containsExactlyInAnyOrderElementsOf(wanted));
    }

    private static List<String> links(String path) {
        return new Shop(SHOP)
                .get(path).page().select("#results a[href^=/p/]").eachAttr("href").stream()
                        .distinct()
                        .toList();
    }
}
