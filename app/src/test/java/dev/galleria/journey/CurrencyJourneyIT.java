package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.galleria.catalog.OfferId;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.Browser;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.rest.PublicId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices in a second currency, from the switch to the refund: everywhere the same, charged as shown, nobody else's business. */
@RunAsClient
class CurrencyJourneyIT extends InApplication {
    private static final Exchange DEMO = new Exchange(
            Currency.getInstance("EUR"), Currency.getInstance("CHF"), new BigDecimal("0.9381"), Ending.FIVE_HUNDREDTHS);
    private static final String TERMS = "{\"rate\":0.9381,\"ending\":\"FIVE_HUNDREDTHS\"}";

    private ShopBooks books;
    private ApiClient owner;
    private Map<String, String> goods;

    @BeforeEach
    void oneMarketplaceWithTwoCurrencies() {
        Ready.await();
        books = new ShopBooks("atelier");
        owner = ApiClient.of("atelier", "owner@atelier.example", "galleria-demo");
        goods = books.productsOfTwoSellers().get(0);
    }

    @AfterEach
    void asItWas() {
        assertThat(put("CHF", TERMS)).isEqualTo(204);
        for (var item : owner.get("/api/v1/price-lists").json().getJsonArray("items")) {
            if (item.asJsonObject().getString("name").equals("Swiss prices")) {
                owner.delete("/api/v1/price-lists/" + item.asJsonObject().getString("id"), "*");
            }
        }
        assertThat(books.violations()).isEmpty();
    }

    @Test
    void everyPageShowsTheShoppersCurrencyAndTheOrderIsPaidAndRefundedInIt() {
        var buyer = new ShopBuyer("atelier", fresh("swiss"));
        var shop = buyer.shop();
        var price = DEMO.convert(ownPrice());
        var own = shop.get("/p/" + goods.get("slug"));
        assertThat(now(own)).isEqualTo(text(ownPrice()));

        var changed = choose(shop, own, "CHF");

        assertThat(changed.address().getPath()).isEqualTo("/p/" + goods.get("slug"));
        assertThat(now(changed)).isEqualTo(text(price));
        assertThat(changed.page().select(".facts").text()).doesNotContain("€");
        assertThat(cards(shop.get("/search?q=" + goods.get("title").replace(' ', '+'))))
                .contains(text(price));
        assertThat(now(new Shop("atelier").get("/p/" + goods.get("slug"))))
                .as("who has not chosen")
                .isEqualTo(text(ownPrice()));
        assertThat(now(shop.get("/p/" + goods.get("slug")))).as("kept page").isEqualTo(text(price));

        var cart = buyer.add(goods.get("slug")).page();
        assertThat(cart.select(".line__price").text()).isEqualTo(text(price));
        assertThat(cart.select(".sums__total").text()).contains(text(price));
        var payment = buyer.toPayment();
        var total = payment.page().selectFirst(".sums__total dd").text();
        assertThat(total).contains("CHF");
        assertThat(payment.page().select("main").text()).doesNotContain("€");

        var session = buyer.pay(payment, "stripe").header("location");
        assertThat(ShopBuyer.payAt(session, "4242424242424242")).isLessThan(400);
        var order = order(emailOf(buyer));
        assertThat(order.get("currency")).isEqualTo("CHF");
        assertThat(text(Money.ofMinor(Long.parseLong(order.get("total_minor")), "CHF")))
                .isEqualTo(total);
        assertThat(new BigDecimal(order.get("exchange_rate"))).isEqualByComparingTo("0.9381");
        assertThat(order.get("own_total_minor"))
                .isEqualTo(Long.toString(DEMO.worth(Money.ofMinor(Long.parseLong(order.get("total_minor")), "CHF"))
                        .minorUnits()))
                .isEqualTo(order.get("parts_own"));
        assertThat(order.get("paid")).isEqualTo(order.get("total_minor") + " CHF");
        assertOfficeKnowsTheWorth(order);
        assertRefunded(shop, order);
    }

    private void assertOfficeKnowsTheWorth(Map<String, String> order) {
        var office = ShopOffice.of("atelier", "owner@atelier.example");
        var page = office.get("/backoffice/orders/" + order.get("id")).page().text();
        assertThat(page)
                .contains(text(Money.ofMinor(Long.parseLong(order.get("total_minor")), "CHF")))
                .contains("at 1 EUR = 0.9381 CHF")
                .contains(text(Money.ofMinor(Long.parseLong(order.get("own_total_minor")), "EUR")));
    }

    private void assertRefunded(Shop shop, Map<String, String> order) {
        var mails = "SELECT text FROM mail WHERE recipient = '" + order.get("email")
                + "' AND reference LIKE 'order-confirmed%'";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.rows(mails).size() == 1);
        var mail = books.text(mails);
        assertThat(mail).contains("CHF").doesNotContain("€");
        var link = mail.replaceAll("(?s).*?(/orders/[A-Za-z0-9_-]{20,}).*", "$1");
        var cancel = shop.get(link + "/cancel");
        assertThat(cancel.page().select("main").text()).contains("CHF");
        shop.submit(cancel.page().selectFirst("form[action$=/cancel]"), Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.number(
                                """
                                SELECT count(*) FROM refund r JOIN payment p ON p.id = r.payment_id
                                  JOIN purchase o ON o.payment_id = p.id
                                 WHERE r.state = 'SUCCEEDED' AND r.amount_minor = o.total_minor AND p.currency = 'CHF'
                                   AND o.id = '"""
                                        + order.get("id") + "'")
                        == 1);
    }

    @Test
    void aFixedPriceWinsEverywhereUntilItIsGone() {
        var shop = new Shop("atelier");
        choose(shop, shop.get("/"), "CHF");
        var list = owner.post("/api/v1/price-lists", "{\"name\":\"Swiss prices\",\"currency\":\"CHF\"}", Map.of())
                .json()
                .getString("id");
        var offer = PublicId.of(new OfferId(UUID.fromString(goods.get("offer"))));
        var entry = "{\"tiers\":[{\"minQuantity\":1,\"price\":{\"amount\":\"777.70\",\"currency\":\"CHF\"}}]}";
        assertThat(owner.send("PUT", "/api/v1/price-lists/" + list + "/entries/" + offer, entry, Map.of())
                        .status())
                .isEqualTo(204);
        var fixed = text(Money.of("777.70", "CHF"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> now(shop.get("/p/" + goods.get("slug")))
                .equals(fixed));
        assertThat(cards(shop.get("/search?q=" + goods.get("title").replace(' ', '+'))))
                .contains(fixed);
        var buyer = new ShopBuyer("atelier", fresh("fixed"));
        choose(buyer.shop(), buyer.shop().get("/"), "CHF");
        assertThat(buyer.add(goods.get("slug")).page().select(".line__price").text())
                .isEqualTo(fixed);
        assertThat(buyer.toPayment().page().select(".line__price, .sums").text())
                .contains(fixed);
        assertThat(now(new Shop("atelier").get("/p/" + goods.get("slug")))).isEqualTo(text(ownPrice()));
    }

    @Test
    void whatTheShopperLastSawIsChargedOrTheShopperIsAskedAgain() {
        var buyer = new ShopBuyer("atelier", fresh("rate"));
        choose(buyer.shop(), buyer.shop().get("/"), "CHF");
        buyer.add(goods.get("slug"));
        var seen = buyer.toPayment();

        assertThat(put("CHF", "{\"rate\":1.9381}")).isEqualTo(204);
        var asked = buyer.pay(seen, "cod");

        assertThat(asked.status()).isEqualTo(409);
        var dearer = asked.page().selectFirst(".sums__total dd").text();
        assertThat(dearer)
                .contains("CHF")
                .isNotEqualTo(seen.page().selectFirst(".sums__total dd").text());
        buyer.pay(asked, "cod");
        var order = order(emailOf(buyer));
        assertThat(text(Money.ofMinor(Long.parseLong(order.get("total_minor")), "CHF")))
                .isEqualTo(dearer);
        assertThat(new BigDecimal(order.get("exchange_rate"))).isEqualByComparingTo("1.9381");
    }

    @Test
    void changingTheCurrencyInAnotherTabAsksAgain() {
        var buyer = new ShopBuyer("atelier", fresh("tab"));
        buyer.add(goods.get("slug"));
        var inEuros = buyer.toPayment();
        choose(buyer.shop(), buyer.shop().get("/"), "CHF");
        var inFrancs = buyer.shop().get("/checkout/payment");
        assertThat(inFrancs.page().selectFirst(".sums__total dd").text()).contains("CHF");

        assertThat(buyer.pay(inEuros, "cod").status()).isEqualTo(409);
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = '" + emailOf(buyer) + "'"))
                .isZero();
    }

    @Test
    void pricesAreFilteredAsTheyAreShown() {
        var shop = new Shop("atelier");
        choose(shop, shop.get("/"), "CHF");

        var found = shop.get("/search?price=20-40");

        assertThat(found.page().select(".facets").text()).contains("CHF").doesNotContain("€");
        var shown = cards(found);
        assertThat(shown).isNotEmpty().allSatisfy(price -> assertThat(new BigDecimal(price.replaceAll("[^0-9.]", "")))
                .isBetween(new BigDecimal("20"), new BigDecimal("40")));
        var range = found.page().selectFirst(".facets a[href*=price]");
        assertThat(shop.get(range.attr("href")).status()).isEqualTo(200);
    }

    @Test
    void theNeighborHasOneCurrencyAndNothingOfThis() {
        var before = new Shop("greenmarket").get("/").page();
        var shop = new Shop("greenmarket");
        shop.cookies().put("gc", "CHF");
        var page = shop.get("/").page();
        assertThat(page.select("form[action$=/currency]")).isEmpty();
        assertThat(page.select(".price__now").eachText())
                .isEqualTo(before.select(".price__now").eachText());
        var product = new ShopBooks("greenmarket").productsOfTwoSellers().get(0).get("slug");
        var token = shop.get("/p/" + product)
                .page()
                .selectFirst("input[name=_token]")
                .val();
        assertThat(shop.post("/currency", Map.of("_token", token, "to", "CHF", "next", "/cart"), false)
                        .status())
                .isEqualTo(302);
        assertThat(shop.cookies().get("gc")).isEqualTo("CHF");
        assertThat(shop.get("/cart").body()).doesNotContain("CHF");
    }

    @Test
    void whatIsNoCurrencyOrNoPathChangesNothing() {
        var shop = new Shop("atelier");
        var own = now(shop.get("/p/" + goods.get("slug")));
        for (var hostile : List.of("USD", "chf", "XXX", "EUR2", "a", "%00", "CHF,EUR", "x".repeat(900))) {
            shop.cookies().put("gc", hostile);
            assertThat(now(shop.get("/p/" + goods.get("slug")))).as(hostile).isEqualTo(own);
            assertThat(shop.get("/cart").status()).isEqualTo(200);
            assertThat(shop.get("/search?price=0.001-9&min=99999999&max=0.5").status())
                    .isEqualTo(200);
        }
        shop.cookies().remove("gc");
        var token = shop.get("/").page().selectFirst("input[name=_token]").val();
        for (var to : List.of("", "USD", "€", "XXX")) {
            var answer = shop.post("/currency", Map.of("_token", token, "to", to, "next", "//evil.example/"), false);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).endsWith("/").doesNotContain("evil");
            assertThat(shop.cookies()).doesNotContainKey("gc");
        }
        assertThat(shop.post("/currency", Map.of("to", "CHF"), false).status())
                .as("without a token")
                .isEqualTo(403);
    }

    @Test
    void onlyTheMarketplacesPeopleSetRates() {
        assertThat(put("CHF", "{\"rate\":0}")).isEqualTo(422);
        assertThat(put("CHF", "{\"rate\":-1}")).isEqualTo(422);
        assertThat(put("EUR", TERMS)).isEqualTo(422);
        assertThat(put("chf", TERMS)).isEqualTo(422);
        assertThat(put("XXX", TERMS)).isEqualTo(422);
        assertThat(put("JPY", "{\"rate\":163,\"ending\":\"NINETY_NINE\"}")).isEqualTo(422);
        assertThat(put("JPY", "{\"rate\":163,\"ending\":\"SOMEHOW\"}")).isBetween(400, 422);
        var seller = ApiClient.of("atelier", goods.get("seller_slug") + "@atelier.example", "galleria-demo");
        assertThat(seller.send("PUT", "/api/v1/currencies/CHF", TERMS, Map.of()).status())
                .isEqualTo(403);
        assertThat(ApiClient.of("atelier").get("/api/v1/currencies").status()).isEqualTo(401);
        assertThat(owner.get("/api/v1/currencies").text()).contains("\"CHF\"").contains("0.9381");
        assertThat(owner.send("DELETE", "/api/v1/currencies/JPY", null, Map.of())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aShopperSwitchesInABrowserWithAndWithoutJavaScript() {
        try (var browser = new Browser()) {
            for (var script : List.of(true, false)) {
                var page = browser.person(script).newPage();
                page.navigate(Browser.address("atelier", "/p/" + goods.get("slug")));
                assertThat(text(page, ".buybox .price__now")).isEqualTo(text(ownPrice()));
                page.locator("footer button[value=CHF]").press("Enter");
                page.waitForLoadState(LoadState.LOAD);
                assertThat(text(page, ".buybox .price__now")).isEqualTo(text(DEMO.convert(ownPrice())));
                page.locator(".buybox form button").first().press("Enter");
                page.waitForURL("**/cart**");
                assertThat(text(page, ".line__price")).isEqualTo(text(DEMO.convert(ownPrice())));
            }
            var office = browser.person(true).newPage();
            office.navigate(Browser.address("atelier", "/backoffice/currencies"));
            office.fill("#email", "owner@atelier.example");
            office.fill("#password", "galleria-demo");
            office.locator("main form button").first().click();
            office.navigate(Browser.address("atelier", "/backoffice/currencies"));
            office.selectOption("[id='edit:code']", "JPY");
            office.fill("[id='edit:rate']", "163.2");
            office.selectOption("[id='edit:ending']", "WHOLE");
            office.locator("[id='edit:save']").click();
            office.waitForURL("**/currencies?saved=1");
            assertThat(office.locator("main").innerText()).contains("1 EUR = 163.2 JPY");
            owner.send("DELETE", "/api/v1/currencies/JPY", null, Map.of());
        }
    }

    private Shop.Answer choose(Shop shop, Shop.Answer page, String code) {
        var form = page.page().selectFirst("footer form[action$=/currency]");
        assertThat(form).as("a form to choose the currency").isNotNull();
        return shop.submit(form, Map.of("to", code));
    }

    private int put(String code, String terms) {
        return owner.send("PUT", "/api/v1/currencies/" + code, terms, Map.of()).status();
    }

    private Money ownPrice() {
        return Money.ofMinor(
                books.number("SELECT price_minor FROM product_summary WHERE slug = '" + goods.get("slug") + "'"),
                "EUR");
    }

    private static String now(Shop.Answer page) {
        return page.page().selectFirst(".buybox .price__now").text();
    }

    private static List<String> cards(Shop.Answer page) {
        return page.page().select("main .card .price__now").eachText();
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).first().innerText().replace('\u00a0', ' ');
    }

    private static String text(Money money) {
        return MoneyText.of(money, Locale.ENGLISH).replace('\u00a0', ' ');
    }

    private static String fresh(String name) {
        return name + Long.toString(System.nanoTime(), 36) + "@currency.example";
    }

    private static String emailOf(ShopBuyer buyer) {
        return buyer.email();
    }

    /** The order of that address, once it is there, with what was paid for it. */
    private Map<String, String> order(String email) {
        var sql =
                """
                SELECT o.id, o.email, o.currency, o.total_minor, o.exchange_rate, o.own_total_minor,
                       (SELECT sum(own_total_minor) FROM seller_order WHERE purchase_id = o.id) AS parts_own,
                       (SELECT amount_minor || ' ' || currency FROM payment WHERE id = o.payment_id) AS paid
                  FROM purchase o WHERE o.email = '"""
                        + email + "'";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !books.rows(sql)
                .isEmpty());
        return books.rows(sql).get(0);
    }
}
