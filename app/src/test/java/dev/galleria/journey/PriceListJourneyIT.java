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
import dev.galleria.harness.ShopBuyer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price list for trade customers with steps by quantity: what they see is what they pay, and nobody else sees it. */
@RunAsClient
class PriceListJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String TRADER = "shopper@atelier.example";
    private ShopBooks books;
    private ApiClient owner;
    private Map<String, String> goods;
    private long usual;
    private String neighbor;

    @BeforeEach
    void aProductAndTwoMarketplaces() {
        Ready.await();
        books = new ShopBooks(SHOP);
        owner = ApiClient.of(SHOP, "owner@atelier.example", "galleria-demo");
        goods = books.rows(
                        """
                        SELECT s.slug, s.offer_id AS offer, v.sku, s.price_minor AS price FROM product_summary s
                          JOIN offer o ON o.id = s.offer_id JOIN variant v ON v.id = o.variant_id
                          JOIN (SELECT offer_id, sum(on_hand - reserved) AS free FROM stock_item GROUP BY 1) i
                            ON i.offer_id = s.offer_id
                         WHERE s.in_stock AND s.variant_count = 1 AND i.free > 20 AND s.price_minor BETWEEN 3000 AND 9000
                           AND (SELECT count(*) FROM offer e WHERE e.variant_id = v.id) = 1
                         ORDER BY s.slug DESC LIMIT 1""")
                .get(0);
        usual = Long.parseLong(goods.get("price"));
        neighbor = CatalogPrint.of("gearhub");
    }

    @AfterEach
    void nothingIsLeft() {
        for (var kind : List.of("price-lists", "customer-groups")) {
            for (var one : owner.get("/api/v1/" + kind).json().getJsonArray("items")) {
                owner.delete("/api/v1/" + kind + "/" + one.asJsonObject().getString("id"), "*");
            }
        }
        assertThat(CatalogPrint.of("gearhub")).isEqualTo(neighbor);
    }

    @Test
    void tradeCustomersSeeAndPayTheirSteps() {
        try (var browser = new Browser()) {
            var office = BrowserOffice.signIn(browser, SHOP, "owner@atelier.example");
            groupIsMade(office);
            listIsMade(office);
            assertThat(office.complaints()).isEmpty();
        }
        var trader = signedIn(TRADER);
        var guest = new ShopBuyer(SHOP, "guest@journey.example");
        var steps = trader.shop()
                .get("/p/" + goods.get("slug"))
                .page()
                .select("table.tiers tbody tr")
                .eachText();
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0)).contains("1–4").contains(shown(usual - 500));
        assertThat(steps.get(1)).contains("5").contains(shown(usual - 1_000));
        assertThat(guest.shop().get("/p/" + goods.get("slug")).page().select("table.tiers"))
                .isEmpty();

        assertThat(onItsCard(trader)).contains(shown(usual - 500)).doesNotContain(shown(usual));
        assertThat(onItsCard(guest)).contains(shown(usual)).doesNotContain(shown(usual - 500));

        charged(trader, 4, usual - 500);
        charged(trader, 5, usual - 1_000);
        charged(guest, 5, usual);
        trader.add(goods.get("slug"));
        quantity(trader, 5);
        var orders = books.number("SELECT count(*) FROM purchase");
        trader.pay(trader.toPayment(), "cod");
        assertThat(books.number("SELECT count(*) FROM purchase")).isEqualTo(orders + 1);
        assertThat(books.rows(
                                """
                                SELECT quantity, unit_minor FROM order_line WHERE offer_id = '%s'
                                 ORDER BY id DESC LIMIT 1"""
                                        .formatted(goods.get("offer")))
                        .get(0))
                .containsEntry("quantity", "5")
                .containsEntry("unit_minor", Long.toString(usual - 1_000));
    }

    @Test
    void aListAppliesInItsWindowAndToItsGroup() {
        var trade = group("journey-trade", "Journey trade");
        var staff = group("journey-staff", "Journey staff");
        var list = list(trade, null, null);
        var path = "/api/v1/price-lists/" + list;
        entry(list, usual - 700);
        join(staff, TRADER);
        charged(signedIn(TRADER), 1, usual);
        join(trade, TRADER);
        charged(signedIn(TRADER), 1, usual - 700);
        assertThat(ApiClient.of("gearhub", "owner@gearhub.example", "galleria-demo")
                        .get(path)
                        .status())
                .isEqualTo(404);
        assertThat(ApiClient.of(SHOP, "hansekontor@atelier.example", "galleria-demo")
                        .get(path)
                        .status())
                .isEqualTo(403);

        window(path, trade, null, Instant.now().minusSeconds(60));
        charged(signedIn(TRADER), 1, usual);
        window(path, trade, Instant.now().plusSeconds(3_600), null);
        charged(signedIn(TRADER), 1, usual);
        window(path, trade, Instant.now().minusSeconds(60), Instant.now().plusSeconds(3_600));
        charged(signedIn(TRADER), 1, usual - 700);

        // The list of a group that is no more speaks to nobody, least of all to everybody.
        assertThat(owner.delete("/api/v1/customer-groups/" + trade, "*").status())
                .isEqualTo(204);
        charged(signedIn(TRADER), 1, usual);
        charged(new ShopBuyer(SHOP, "guest@journey.example"), 1, usual);
    }

    /** What the list of found products says of it. */
    private String onItsCard(ShopBuyer who) {
        return who.shop()
                .get("/search?q=" + goods.get("sku"))
                .page()
                .select("main li:has(a[href$=/p/" + goods.get("slug") + "])")
                .text();
    }

    private void groupIsMade(BrowserOffice office) {
        office.open("/customer-groups");
        office.fill("add:name", "Journey <b>trade</b>");
        office.fill("add:code", "journey-trade");
        office.press("add:create");
        office.open("/customer-groups");
        office.page()
                .locator(".rows a")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Journey <b>trade</b>"))
                .click();
        office.fill("members:email", "nobody@journey.example");
        office.press("members:join");
        assertThat(office.page().locator("#members .ui-messages-error")).isVisible();
        office.fill("members:email", TRADER);
        office.press("members:join");
        assertThat(office.page().locator("#members .plainlist")).containsText(TRADER);
    }

    private void listIsMade(BrowserOffice office) {
        office.open("/price-lists/new");
        office.fill("edit:name", "Journey prices");
        office.field("edit:group")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Journey <b>trade</b>"));
        office.fill("edit:starts", "2026-01-01T00:00");
        office.leave("edit:save", "saved=1");
        office.saved();
        office.fill("entries:sku", goods.get("sku"));
        office.fill("entries:tiers", "5: " + amount(usual - 1_000) + ", 1: " + amount(usual - 500));
        office.press("entries:add");
        assertThat(office.page().locator("#entries .ui-messages-error")).isVisible();
        office.fill("entries:tiers", "1: " + amount(usual - 500) + ", 5: " + amount(usual - 1_000));
        office.press("entries:add");
        assertThat(office.page().locator("#entries tbody tr")).hasCount(1);
        assertThat(office.page().locator("#entries tbody tr")).containsText(goods.get("sku"));
        assertThat(office.field("edit:starts")).hasValue(java.util.regex.Pattern.compile("2026-01-01T00:00.*"));
    }

    /** Puts so many into an empty cart, sees what they cost, and empties it. */
    private void charged(ShopBuyer buyer, int pieces, long each) {
        buyer.add(goods.get("slug"));
        quantity(buyer, pieces);
        var price = buyer.shop().get("/cart").page().selectFirst(".line__price").text();
        assertThat(price).contains(shown(each * pieces));
        quantity(buyer, 0);
    }

    private void quantity(ShopBuyer buyer, int pieces) {
        var form = buyer.shop().get("/cart").page().selectFirst("form[action$=/cart/change]");
        var fields = Shop.fields(form);
        fields.put("offer", goods.get("offer"));
        fields.put("quantity", Integer.toString(pieces));
        assertThat(buyer.shop().post("/cart/change", fields, true).status()).isEqualTo(200);
    }

    private static ShopBuyer signedIn(String email) {
        var buyer = new ShopBuyer(SHOP, email);
        var fields = Shop.fields(buyer.shop().get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.put("email", email);
        fields.put("password", "galleria-demo");
        assertThat(buyer.shop().post("/sign-in", fields, false).status()).isEqualTo(302);
        return buyer;
    }

    private String group(String code, String name) {
        var made = owner.post(
                "/api/v1/customer-groups", "{\"code\":\"" + code + "\",\"name\":\"" + name + "\"}", Map.of());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().getString("id");
    }

    private void join(String group, String email) {
        assertThat(owner.send("PUT", "/api/v1/customer-groups/" + group + "/members/" + email, null, Map.of())
                        .status())
                .isEqualTo(204);
    }

    private String list(String group, Instant from, Instant until) {
        var made = owner.post("/api/v1/price-lists", body(group, from, until), Map.of());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().getString("id");
    }

    private void window(String path, String group, Instant from, Instant until) {
        var answer = owner.put(path, body(group, from, until), owner.get(path).tag());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String body(String group, Instant from, Instant until) {
        return "{\"name\":\"Journey window\",\"currency\":\"EUR\",\"group\":\"" + group + "\""
                + (from == null ? "" : ",\"startsAt\":\"" + from + "\"")
                + (until == null ? "" : ",\"endsAt\":\"" + until + "\"") + "}";
    }

    private void entry(String list, long each) {
        var offer = books.text("SELECT '" + goods.get("offer") + "'");
        var answer = owner.send(
                "PUT",
                "/api/v1/price-lists/" + list + "/entries/" + offerId(offer),
                "{\"tiers\":[{\"minQuantity\":1,\"price\":{\"amount\":\"" + amount(each)
                        + "\",\"currency\":\"EUR\"}}]}",
                Map.of());
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    }

    private static String offerId(String offer) {
        return dev.galleria.platform.rest.PublicId.of(
                new dev.galleria.catalog.OfferId(java.util.UUID.fromString(offer)));
    }

    private static String amount(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String shown(long minor) {
        return java.text.NumberFormat.getNumberInstance(java.util.Locale.ENGLISH)
                        .format(minor / 100) + "." + String.format("%02d", minor % 100);
    }
}
