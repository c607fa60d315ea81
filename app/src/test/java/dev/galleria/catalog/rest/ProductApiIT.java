package dev.galleria.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.Accounts;
import dev.galleria.account.Role;
import dev.galleria.catalog.imports.CatalogImport;
import dev.galleria.catalog.imports.ImportedCategory;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.seller.NewSeller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantFixture;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products by REST at one marketplace while another of the same make stays as it is. */
class ProductApiIT extends InApplication {
    private static final String PASSWORD = "a long password";

    @Inject
    Tenancy tenancy;

    @Inject
    Accounts accounts;

    @Inject
    Sellers sellers;

    @Inject
    CatalogImport imports;

    private Tenant shop;
    private Tenant other;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        shop = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        for (var tenant : List.of(shop, other)) {
            tenancy.call(tenant, () -> {
                imports.categories(
                        List.of(new ImportedCategory("kitchen", null, 1, null, Map.of("en", "Kitchen"), Map.of())));
                for (var name : List.of("anna", "ben")) {
                    var seller = sellers.register(seller(name));
                    var account = accounts.create(name + "@example.com", name, PASSWORD, Locale.ENGLISH, Set.of());
                    accounts.grant(account, Role.SELLER, seller.id().value());
                }
                return null;
            });
        }
    }

    @Test
    void showsWhatASellerPublishesAndItsNewPrice() throws Exception {
        var anna = client(shop, "anna");
        var created = anna.post("/api/v1/products", cup("ACTIVE", "20.00"), Map.of());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var path = "/api/v1/products/" + created.json().getString("id");

        within(() -> prices(shop).equals(List.of("20.00")));
        var edited = anna.get(path);
        var cheaper = edited.text().replace("20.00", "17.50");
        assertThat(anna.send("PUT", path, cheaper, Map.of()).status()).isEqualTo(428);
        assertThat(anna.put(path, cheaper, edited.tag()).status()).isEqualTo(200);
        assertThat(anna.put(path, cheaper, edited.tag()).status()).isEqualTo(412);

        within(() -> prices(shop).equals(List.of("17.50")));
        within(() -> ApiClient.of(shop.slug()).get("/search?q=teacup").text().contains("17.50"));
        assertThat(prices(other)).isEmpty();
        assertThat(ApiClient.of(other.slug()).get(path).status()).isEqualTo(404);
        assertThat(client(other, "anna").get(path).status()).isEqualTo(404);
    }

    @Test
    void changesOneVariantAndNothingElse() {
        var anna = client(shop, "anna");
        var created =
                anna.post("/api/v1/products", cup("DRAFT", "20.00"), Map.of()).json();
        var product = "/api/v1/products/" + created.getString("id");
        var variant = created.getJsonArray("variants").getJsonObject(0);
        var path = product + "/variants/" + variant.getString("id");
        var seen = anna.get(path);

        assertThat(anna.send("PATCH", path, "{}", Map.of("Content-Type", "application/merge-patch+json"))
                        .status())
                .isEqualTo(428);
        var changed = anna.patch(path, "{\"weightGrams\":321,\"gtin\":\"4006381333931\"}", seen.tag());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().getInt("weightGrams")).isEqualTo(321);
        assertThat(changed.json().getString("sku")).isEqualTo(variant.getString("sku"));
        assertThat(changed.json().getJsonArray("offers")).isEqualTo(variant.getJsonArray("offers"));
        assertThat(anna.patch(path, "{\"weightGrams\":1}", seen.tag()).status()).isEqualTo(412);
        assertThat(anna.patch(path, "{\"gtin\":null}", changed.tag()).json().containsKey("gtin"))
                .isFalse();
        for (var wrong : List.of("{\"sku\":null}", "{\"sku\":7}", "{\"color\":\"red\"}", "[]", "7", "{")) {
            assertThat(anna.patch(path, wrong, "*").status()).as(wrong).isEqualTo(400);
        }
        var faulty = anna.patch(path, "{\"gtin\":\"4006381333932\"}", "*");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text()).contains("\"/gtin\"");
        assertThat(client(shop, "ben").patch(path, "{}", "*").status()).isEqualTo(404);
        assertThat(client(other, "anna").patch(path, "{}", "*").status()).isEqualTo(404);
        assertThat(ApiClient.of(shop.slug()).patch(path, "{}", "*").status()).isEqualTo(401);
    }

    @Test
    void keepsSellersApart() {
        var created = client(shop, "anna").post("/api/v1/products", cup("DRAFT", "20.00"), Map.of());
        var path = "/api/v1/products/" + created.json().getString("id");
        var ben = client(shop, "ben");

        assertThat(ben.get(path).status()).isEqualTo(404);
        assertThat(ben.put(path, created.text(), "*").status()).isEqualTo(404);
        assertThat(ben.delete(path, "*").status()).isEqualTo(404);
        assertThat(ben.post("/api/v1/offers", offer(created.json()), Map.of()).status())
                .isEqualTo(404);
        assertThat(ApiClient.of(shop.slug()).get(path).status()).isEqualTo(404);
        assertThat(client(shop, "anna").get(path).text()).isEqualTo(created.text());
    }

    @Test
    void letsASecondSellerOfferTheSameAndEachChangeItsOwn() throws Exception {
        var created = client(shop, "anna").post("/api/v1/products", cup("ACTIVE", "20.00"), Map.of());
        var ben = client(shop, "ben");
        var mine = ben.post("/api/v1/offers", offer(created.json()), Map.of());
        assertThat(mine.status()).as(mine.text()).isEqualTo(201);
        var path = "/api/v1/offers/" + mine.json().getString("id");

        within(() -> prices(shop).equals(List.of("19.00")));
        var anna = client(shop, "anna");
        assertThat(anna.get(path).status()).isEqualTo(404);
        assertThat(anna.delete(path, "*").status()).isEqualTo(404);
        assertThat(ben.delete(path, mine.tag()).status()).isEqualTo(204);
        within(() -> prices(shop).equals(List.of("20.00")));
    }

    @Test
    void answersOnceHoweverOftenItIsAsked() {
        var anna = client(shop, "anna");
        var key = Map.of("Idempotency-Key", "once");
        var first = anna.post("/api/v1/products", cup("ACTIVE", "20.00"), key);
        var again = anna.post("/api/v1/products", cup("ACTIVE", "20.00"), key);
        var different = anna.post("/api/v1/products", cup("ACTIVE", "21.00"), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(different.status()).isEqualTo(422);
        assertThat(different.json().getString("code")).isEqualTo("request/key-reused");
        // The same key of somebody else is another key.
        assertThat(client(other, "anna")
                        .post("/api/v1/products", cup("ACTIVE", "21.00"), key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void sendsOldAddressesOnAndSaysWhatIsGone() throws Exception {
        var anna = client(shop, "anna");
        var created = anna.post("/api/v1/products", cup("ACTIVE", "20.00"), Map.of());
        var path = "/api/v1/products/" + created.json().getString("id");
        var renamed = anna.put(path, created.text().replace("\"slug\":\"teacup\"", "\"slug\":\"cup\""), created.tag());
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);

        var visitor = ApiClient.of(shop.slug());
        within(() -> visitor.get("/p/teacup").status() == 301);
        assertThat(visitor.get("/p/teacup").headers()).containsEntry("location", "/p/cup");
        assertThat(anna.delete(path, renamed.tag()).status()).isEqualTo(204);
        within(() -> visitor.get("/p/cup").status() == 410);
        assertThat(visitor.get("/p/teacup").status()).isEqualTo(410);
        assertThat(visitor.get(path).status()).isEqualTo(410);
    }

    @Test
    void takesNoCookieAndNothingThatIsNotAskedFor() {
        var anna = client(shop, "anna");
        var token = ApiClient.of(shop.slug());

        assertThat(token.post("/api/v1/products", cup("DRAFT", "20.00"), Map.of("Cookie", "ga=x"))
                        .status())
                .isEqualTo(401);
        for (var body :
                List.of("[".repeat(10_000), "1e400", "{} x", "\uFEFF{}", "{\"a\":1,\"a\":1}", "{\"tenantId\":1}", "")) {
            assertThat(anna.post("/api/v1/products", body, Map.of()).status())
                    .as(body.substring(0, Math.min(10, body.length())))
                    .isEqualTo(400);
        }
        assertThat(anna.post("/api/v1/products", " ".repeat(5_000_000), Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(anna.get("/api/v1/nothing").json().getInt("status")).isEqualTo(404);
        assertThat(anna.get("/openapi").text())
                .contains("/api/v1/products/{id}")
                .doesNotContain("/webhooks");
    }

    private static void within(Callable<Boolean> condition) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static List<String> prices(Tenant tenant) {
        return ApiClient.of(tenant.slug()).get("/api/v1/products").json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getJsonObject("price").getString("amount"))
                .toList();
    }

    private static ApiClient client(Tenant tenant, String name) {
        return ApiClient.of(tenant.slug(), name + "@example.com", PASSWORD);
    }

    private static NewSeller seller(String name) {
        return new NewSeller(name, name, name + "@example.com", "DE", null, null, Map.of());
    }

    private static String cup(String state, String price) {
        return Json.createObjectBuilder()
                .add("state", state)
                .add("category", "kitchen")
                .add(
                        "texts",
                        Json.createObjectBuilder()
                                .add("en", Json.createObjectBuilder().add("title", "Teacup")))
                .add(
                        "variants",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("sku", "CUP-1")
                                        .add("offers", Json.createArrayBuilder().add(terms(price)))))
                .build()
                .toString();
    }

    private static String offer(JsonObject product) {
        var variant = product.getJsonArray("variants").getJsonObject(0).getString("id");
        return Json.createObjectBuilder(terms("19.00"))
                .add("variant", variant)
                .build()
                .toString();
    }

    private static JsonObject terms(String price) {
        return Json.createObjectBuilder()
                .add("price", Json.createObjectBuilder().add("amount", price).add("currency", "EUR"))
                .build();
    }
}
