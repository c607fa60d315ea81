package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.Shop.Answer;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopOffice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises in the catalog's and the prices' pages: whatever is sent, never a 5xx and nothing half done. */
@RunAsClient
class HostileCatalogJourneyIT extends InApplication {
    private static final String STATE = "jakarta.faces.ViewState";
    private static final List<String> RUBBISH = List.of(
            "<script>alert(1)</script>",
            "#{7*7}\u0000\u001b[31m",
            "-1",
            "99999999999999999999",
            "1e999999999",
            "' OR 1=1--",
            "x".repeat(10_000));
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("/products/new", "product"),
            Map.entry("/categories", "tree"),
            Map.entry("/product-types", "words"),
            Map.entry("/attributes", "words"),
            Map.entry("/brands", "words"),
            Map.entry("/collections/new", "edit"),
            Map.entry("/price-lists/new", "edit"),
            Map.entry("/customer-groups", "add"));
    private ShopBooks books;
    private ShopOffice owner;
    private ShopOffice seller;
    private String product;
    private String theirs;
    private String before;
    private String neighbor;

    @BeforeEach
    void twoMarketplacesAndTwoSellers() {
        Ready.await();
        books = new ShopBooks("atelier");
        owner = ShopOffice.of("atelier", "owner@atelier.example");
        seller = ShopOffice.of("atelier", "hansekontor@atelier.example");
        product = books.text("SELECT p.id FROM product p JOIN seller m ON m.id = p.owner_seller_id"
                + " WHERE p.state = 'ACTIVE' AND m.slug <> 'hansekontor' ORDER BY p.slug LIMIT 1");
        theirs = new ShopBooks("gearhub").text("SELECT id FROM product WHERE state = 'ACTIVE' ORDER BY slug LIMIT 1");
        before = CatalogPrint.of("atelier");
        neighbor = CatalogPrint.of("gearhub");
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(CatalogPrint.of("atelier")).isEqualTo(before);
        assertThat(CatalogPrint.of("gearhub")).isEqualTo(neighbor);
    }

    @Test
    @DisplayName("54, 62: no token, another's token, forged view state, another origin, a shopper")
    void takesOnlyWhatItsOwnPagesSend() {
        var shopper = ShopOffice.of("atelier", "shopper@atelier.example");
        FORMS.forEach((page, form) -> {
            var path = "/backoffice" + page;
            var fields = filled(path, form, "Hostile");
            assertThat(shopper.get(path).status()).as(page).isIn(302, 403);
            assertThat(shopper.post(path, fields).status()).as(page).isIn(302, 400, 403);
            var without = new LinkedHashMap<>(fields);
            without.remove("_token");
            assertThat(owner.post(path, without).status()).as(page).isEqualTo(403);
            without.put("_token", "x");
            assertThat(owner.post(path, without).status()).as(page).isEqualTo(403);
            var origin = Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", "https://evil.example");
            assertThat(owner.shop()
                            .send("POST", path, Shop.encoded(fields), origin)
                            .status())
                    .as(page)
                    .isEqualTo(403);
            for (var state : List.of("", "1:2", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "x".repeat(100_000))) {
                var forged = new LinkedHashMap<>(fields);
                forged.put(STATE, state);
                assertAnswered(owner.post(path, forged), page + " view state");
            }
        });
    }

    @Test
    @DisplayName("33, 35, 56, 60, 92: rubbish in each field, by a whole post and by a part")
    void answersRubbishWithoutDoingAnything() {
        FORMS.forEach((page, form) -> {
            for (var rubbish : RUBBISH) {
                assertAnswered(owner.post("/backoffice" + page, filled("/backoffice" + page, form, rubbish)), page);
            }
            var fields = filled("/backoffice" + page, form, "-1");
            fields.put("jakarta.faces.partial.ajax", "true");
            fields.put("jakarta.faces.source", form + ":save");
            fields.put("jakarta.faces.partial.execute", "@all");
            fields.put("jakarta.faces.partial.render", "@all");
            assertAnswered(owner.part("/backoffice" + page, fields), page + " by part");
        });
    }

    @Test
    @DisplayName("46, 48, 115: ids of another tenant or seller, and ids that are none")
    void knowsNobodyElsesThings() {
        for (var id : List.of(theirs, "00000000-0000-0000-0000-000000000000", "x", "-1", "9".repeat(400), "%00")) {
            for (var kind : List.of("products", "collections", "price-lists")) {
                assertThat(owner.get("/backoffice/" + kind + "/" + id).status())
                        .as(kind + ' ' + id)
                        .isIn(400, 404);
            }
            assertThat(owner.get("/backoffice/customer-groups?group=" + id).status())
                    .as(id)
                    .isIn(200, 400, 404);
            assertThat(owner.get("/backoffice/categories?in=" + id).status())
                    .as(id)
                    .isIn(400, 404);
        }
        for (var path : List.of("/backoffice/products/" + product, "/backoffice/products/" + product + "/pictures")) {
            assertThat(seller.get(path).status()).as(path).isEqualTo(404);
            assertAnswered(seller.post(path, filled("/backoffice/products/new", "product", "Mine")), path);
        }
        assertThat(seller.get("/backoffice/products/" + theirs + "/offers").status())
                .isEqualTo(404);
        assertThat(owner.get("/backoffice/products/" + product + "/offers").status())
                .as("staff sell nothing")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("55, 56, 87: a list's bulk actions on rows that are not the editor's, its sort and page by rubbish")
    void doesNothingToRowsThatAreNotTheEditors() {
        var path = "/backoffice/products";
        for (var action : List.of("publish", "withdraw", "archive")) {
            for (var rows : List.of(product, theirs, product + ',' + theirs, "x,-1,#{7*7}", "x".repeat(10_000))) {
                var fields = new LinkedHashMap<String, String>();
                fields.put("list", "list");
                fields.put("list:products_selection", rows);
                fields.put("list:" + action, "");
                fields.put("jakarta.faces.source", "list:" + action);
                assertAnswered(seller.press(path, fields), action);
                assertAnswered(seller.ask(path, fields), action);
            }
        }
        for (var rubbish : RUBBISH) {
            var words = Shop.encoded(Map.of("q", rubbish, "state", rubbish, "category", rubbish, "seller", rubbish));
            assertAnswered(seller.get(path + "?" + words), "filter");
            assertAnswered(owner.get("/backoffice/brands?" + Shop.encoded(Map.of("q", rubbish))), "brands");
            assertAnswered(seller.get("/backoffice/offer?" + Shop.encoded(Map.of("q", rubbish))), "offer");
            for (var name : List.of("products_sortKey", "products_first", "products_rows", "products_sortDir")) {
                var fields = new LinkedHashMap<>(Map.of(
                        "list", "list",
                        "jakarta.faces.source", "list:products",
                        "jakarta.faces.partial.execute", "list:products",
                        "jakarta.faces.partial.render", "list:products",
                        "list:products_sorting", "true",
                        "list:products_pagination", "true",
                        "list:products_encodeFeature", "true"));
                fields.put("list:" + name, rubbish);
                assertAnswered(seller.ask(path, fields), name);
            }
        }
    }

    @Test
    @DisplayName("35: a seller's prices by rubbish, on what another describes: all lines or none")
    void takesNoPriceThatIsNone() {
        var path = "/backoffice/products/"
                + books.text(
                        """
                        SELECT p.id FROM product p JOIN product_summary s ON s.product_id = p.id
                          JOIN seller m ON m.slug = 'hansekontor'
                         WHERE s.variant_count BETWEEN 2 AND 20 AND p.owner_seller_id IS DISTINCT FROM m.id
                           AND NOT m.id = ANY(s.seller_ids) ORDER BY p.slug LIMIT 1""")
                + "/offers";
        for (var rubbish :
                List.of("0", "-5", "0.001", "1e-9", "99999999999999999.99", "Infinity", "x".repeat(10_000))) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("offers", "offers");
            fields.put("offers:rows:0:price", "12.00");
            fields.put("offers:rows:1:price", rubbish);
            fields.put("offers:save", "");
            var answer = seller.press(path, fields);
            assertThat(answer.status()).as(rubbish).isEqualTo(200);
            assertAnswered(answer, rubbish);
        }
    }

    /** Everything that the form shows, filled with one text, and its buttons that keep things. */
    private Map<String, String> filled(String path, String form, String text) {
        var page = owner.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        if (page.page().selectFirst("[id=" + form + ":new]") != null) {
            // The fields come with the button for a new one.
            var ask = ShopOffice.state(page);
            ask.put(form, form);
            ask.put(form + ":new", "");
            page = owner.post(path, ask);
        }
        var fields = new LinkedHashMap<String, String>();
        for (var input : page.page().select("form[id=" + form + "] :is(input, select, textarea)[name]")) {
            var name = input.attr("name");
            // The owner's word is needed somewhere, or the post would be a valid one.
            fields.put(
                    name,
                    input.attr("type").equals("hidden") || name.endsWith("title") || name.endsWith("name") ? "" : text);
        }
        if (text.length() > 10 || !text.matches("[A-Za-z]+")) {
            fields.replaceAll((name, value) -> name.startsWith(form + ":") ? text : value);
        }
        // A code of digits or letters alone would be a good one, cut to its length.
        fields.computeIfPresent("add:code", (name, value) -> '!' + value);
        fields.putAll(ShopOffice.state(page));
        fields.put(form, form);
        fields.put(form + (form.equals("add") ? ":create" : ":save"), "");
        return fields;
    }

    private static void assertAnswered(Answer answer, String what) {
        assertThat(answer.status()).as(what).isLessThan(500);
        assertThat(answer.body())
                .as(what)
                .doesNotContain("<script>alert(1)")
                .doesNotContain("dev.galleria")
                .doesNotContain("Exception");
    }
}
