package dev.galleria.catalog.media;

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
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures by REST at one marketplace while another of the same make stays as it is. */
class PictureApiIT extends InApplication {
    private static final String PASSWORD = "a long password";
    private static final Map<String, String> NONE = Map.of();

    @Inject
    Tenancy tenancy;

    @Inject
    Accounts accounts;

    @Inject
    Sellers sellers;

    @Inject
    CatalogImport imports;

    @Inject
    SweepTick sweep;

    private Tenant shop;
    private Tenant other;
    private ApiClient anna;
    private String product;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        shop = marketplace();
        other = marketplace();
        anna = client(shop, "anna");
        product = product(anna);
    }

    @Test
    void showsWhatIsUploadedInItsOrder() throws Exception {
        var first = upload(PictureFixture.jpeg(1600, 800));
        var second = upload(PictureFixture.png(900, 900));
        assertThat(first.getJsonObject("focus").getInt("x")).isEqualTo(500);
        var list = anna.get(product + "/pictures");
        var place = product + "/pictures/" + second.getString("id");
        var change = "{\"position\":1,\"alts\":{\"en\":\"A cup\",\"de\":\"Eine Tasse\"}}";

        assertThat(anna.send("PATCH", place, change, NONE).status()).isEqualTo(428);
        var changed = anna.send("PATCH", place, change, Map.of("If-Match", list.tag()));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(anna.send("PATCH", place, change, Map.of("If-Match", list.tag()))
                        .status())
                .isEqualTo(412);
        assertThat(keys()).containsExactly(second.getString("key"), first.getString("key"));
        within(() -> page(shop).contains("alt=\"A cup\""));
        within(() -> page(shop).indexOf(name(second)) < page(shop).indexOf(name(first)));
        assertThat(page(shop)).contains("<source type=\"image/webp\"").contains("width=\"1200\" height=\"600\"");

        for (var address : first.getJsonObject("addresses").values()) {
            var path = address.toString().replace("\"", "");
            var jpeg = ApiClient.of(shop.slug()).get(path);
            assertThat(jpeg.status()).as(path).isEqualTo(200);
            assertThat(jpeg.headers())
                    .containsEntry("content-type", "image/jpeg")
                    .containsEntry("x-content-type-options", "nosniff");
            assertThat(jpeg.headers().get("cache-control")).contains("immutable");
            assertThat(ApiClient.of(shop.slug())
                            .get(path.replace(".jpg", ".webp"))
                            .headers())
                    .containsEntry("content-type", "image/webp");
            assertThat(ApiClient.of(other.slug()).get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void keepsTheFocusInTheKeyAndMakesNothingElse() {
        var picture = upload(PictureFixture.jpeg(1600, 800));
        var before = picture.getJsonObject("addresses").getString("card");
        var changed = patch(picture, "{\"focus\":{\"x\":0,\"y\":1000},\"variants\":[\"" + variant() + "\"]}");

        assertThat(changed.getString("key")).endsWith("~0~1000");
        assertThat(changed.getString("id")).isEqualTo(picture.getString("id"));
        assertThat(changed.getJsonArray("variants")).hasSize(1);
        var after = changed.getJsonObject("addresses").getString("card");
        var visitor = ApiClient.of(shop.slug());
        assertThat(visitor.get(after).status()).isEqualTo(200);
        assertThat(visitor.get(before).status()).isEqualTo(200);
        assertThat(visitor.get(after.replace("_0_1000", "_1_1000")).status()).isEqualTo(404);
        assertThat(visitor.get(after.replace("/card/", "/huge/")).status()).isEqualTo(404);
        var body = anna.get(product);
        assertThat(body.text()).contains("\"imageKey\":\"" + changed.getString("key"));
        // Content that was read can be sent back, but nobody makes up a key.
        assertThat(anna.put(product, body.text(), body.tag()).status()).isEqualTo(200);
        var madeUp = body.text().replace("~0~1000", "~7~7");
        assertThat(anna.put(product, madeUp, "*").status()).isEqualTo(422);
    }

    @Test
    void keepsSellersAndMarketplacesApart() {
        var picture = upload(PictureFixture.jpeg(300, 200));
        var ben = client(shop, "ben");
        var stranger = client(other, "anna");
        var theirs = product(stranger);
        var content = stranger.get(theirs);

        for (var client : List.of(ben, stranger)) {
            assertThat(client.get(product + "/pictures").status()).isEqualTo(404);
            assertThat(client.post(product + "/pictures", PictureFixture.jpeg(9, 9), "image/jpeg", NONE)
                            .status())
                    .isEqualTo(404);
            assertThat(client.delete(product + "/pictures/" + picture.getString("id"), "*")
                            .status())
                    .isEqualTo(404);
        }
        var stolen = content.text()
                .replace("\"pictures\":[]", "\"pictures\":[{\"key\":\"" + picture.getString("key") + "\"}]");
        assertThat(stolen).isNotEqualTo(content.text());
        assertThat(stranger.put(theirs, stolen, "*").status()).isEqualTo(422);
        assertThat(ApiClient.of(shop.slug())
                        .post(product + "/pictures", PictureFixture.jpeg(9, 9), "image/jpeg", NONE)
                        .status())
                .isEqualTo(401);
        assertThat(keys()).containsExactly(picture.getString("key"));
    }

    @Test
    void refusesWhatIsNoPictureAndChangesNothing() {
        refused(400, "media/empty", new byte[0]);
        refused(413, "media/too-large", new byte[30 * 1024 * 1024]);
        refused(415, "media/drawing", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
        refused(415, "media/not-a-picture", "<html>".getBytes(StandardCharsets.UTF_8));
        refused(422, "media/too-many-pixels", PictureFixture.claiming(65_500, 65_500));
        var jpeg = PictureFixture.jpeg(600, 400);
        refused(422, "media/damaged", Arrays.copyOf(jpeg, jpeg.length / 2));
        assertThat(anna.post(product + "/pictures", jpeg, "multipart/form-data; boundary=x", NONE)
                        .status())
                .isEqualTo(415);
        assertThat(keys()).isEmpty();
    }

    @Test
    void answersOnceHoweverOftenItIsAsked() {
        var file = PictureFixture.jpeg(500, 400);
        var key = Map.of("Idempotency-Key", "once");
        var first = anna.post(product + "/pictures", file, "image/jpeg", key);
        var again = anna.post(product + "/pictures", file, "image/jpeg", key);
        var different = anna.post(product + "/pictures", PictureFixture.jpeg(50, 40), "image/jpeg", key);
        var withoutKey = anna.post(product + "/pictures", file, "application/octet-stream", NONE);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(different.status()).isEqualTo(422);
        assertThat(withoutKey.text()).isEqualTo(first.text());
        assertThat(keys()).hasSize(1);
        assertThat(anna.get(java.net.URI.create(first.headers().get("location")).getPath())
                        .text())
                .isEqualTo(first.text());
    }

    @Test
    void deletesWhatNothingShowsAnyMore() throws Exception {
        var gone = upload(PictureFixture.jpeg(500, 400));
        var kept = upload(PictureFixture.jpeg(400, 500));
        var visitor = ApiClient.of(shop.slug());
        var addresses = gone.getJsonObject("addresses");
        assertThat(visitor.get(addresses.getString("card")).status()).isEqualTo(200);
        assertThat(visitor.get(addresses.getString("thumb")).status()).isEqualTo(200);
        var tag = anna.get(product + "/pictures").tag();
        assertThat(anna.delete(product + "/pictures/" + gone.getString("id"), tag)
                        .status())
                .isEqualTo(204);

        // Out of use, but not for long enough.
        tenancy.run(shop, () -> sweep.sweep(Duration.ofDays(30)));
        assertThat(visitor.get(addresses.getString("card")).status()).isEqualTo(200);
        tenancy.run(other, () -> sweep.sweep(Duration.ofDays(-1)));
        assertThat(visitor.get(addresses.getString("card")).status()).isEqualTo(200);
        tenancy.run(shop, () -> sweep.sweep(Duration.ofDays(-1)));

        assertThat(visitor.get(addresses.getString("card")).status()).isEqualTo(404);
        assertThat(visitor.get(addresses.getString("zoom")).status()).isEqualTo(404);
        // Orders go on showing the small one.
        assertThat(visitor.get(addresses.getString("thumb")).status()).isEqualTo(200);
        assertThat(visitor.get(kept.getJsonObject("addresses").getString("card"))
                        .status())
                .isEqualTo(200);
        assertThat(upload(PictureFixture.jpeg(500, 400)).getString("key")).isEqualTo(gone.getString("key"));
        assertThat(visitor.get(addresses.getString("card")).status()).isEqualTo(200);
    }

    private void refused(int status, String code, byte[] file) {
        var answer = anna.post(product + "/pictures", file, "image/jpeg", NONE);
        assertThat(answer.status()).as(code + " " + answer.text()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    private JsonObject upload(byte[] file) {
        var answer = anna.post(product + "/pictures", file, "image/jpeg", NONE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject patch(JsonObject picture, String change) {
        var place = product + "/pictures/" + picture.getString("id");
        var tag = anna.get(product + "/pictures").tag();
        var answer = anna.send("PATCH", place, change, Map.of("If-Match", tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return anna.get(place).json();
    }

    private List<String> keys() {
        return anna.get(product + "/pictures").json().getJsonArray("pictures").stream()
                .map(picture -> picture.asJsonObject().getString("key"))
                .toList();
    }

    private String variant() {
        return anna.get(product)
                .json()
                .getJsonArray("variants")
                .getJsonObject(0)
                .getString("id");
    }

    private static String name(JsonObject picture) {
        return PictureId.file(picture.getString("key"));
    }

    private static String page(Tenant tenant) {
        return ApiClient.of(tenant.slug()).get("/p/teacup").text();
    }

    private static void within(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private Tenant marketplace() {
        var tenant = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        return tenancy.call(tenant, () -> {
            imports.categories(
                    List.of(new ImportedCategory("kitchen", null, 1, null, Map.of("en", "Kitchen"), Map.of())));
            for (var name : List.of("anna", "ben")) {
                var seller =
                        sellers.register(new NewSeller(name, name, name + "@example.com", "DE", null, null, Map.of()));
                var account = accounts.create(name + "@example.com", name, PASSWORD, Locale.ENGLISH, Set.of());
                accounts.grant(account, Role.SELLER, seller.id().value());
            }
            return tenant;
        });
    }

    private static String product(ApiClient client) {
        var body =
                """
                {"state": "ACTIVE", "category": "kitchen", "texts": {"en": {"title": "Teacup"}},
                 "variants": [{"sku": "CUP-1", "offers": [{"price": {"amount": "20.00", "currency": "EUR"}}]}]}""";
        var created = client.post("/api/v1/products", body, NONE);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return "/api/v1/products/" + created.json().getString("id");
    }

    private static ApiClient client(Tenant tenant, String name) {
        return ApiClient.of(tenant.slug(), name + "@example.com", PASSWORD);
    }
}
