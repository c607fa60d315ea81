package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.ApiClient;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopOffice;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what shoppers do not find to what they find: the report, a synonym, a pin and a redirect. */
@RunAsClient
class MerchandisingJourneyIT extends InApplication {
    private static final String SYNONYMS = "/backoffice/search/synonyms";
    private static final String RULES = "/backoffice/search/rules";
    private static final String REDIRECTS = "/backoffice/search/redirects";

    private ShopOffice owner;
    private Shop shopper;

    @BeforeEach
    void peopleAtOneMarketplace() {
        Ready.await();
        owner = ShopOffice.of("atelier", "owner@atelier.example");
        shopper = new Shop("atelier");
    }

    @AfterEach
    void nothingIsLeft() {
        var api = ApiClient.of("atelier", "owner@atelier.example", "galleria-demo");
        for (var what : List.of("synonyms", "rules", "redirects")) {
            for (var item : api.get("/api/v1/search/" + what).json().getJsonArray("items")) {
                var id = item.asJsonObject().getString("id");
                assertThat(api.delete("/api/v1/search/" + what + "/" + id, "*").status())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    void whatIsNotFoundBecomesASynonymAndIsFound() {
        for (int i = 0; i < 2; i++) {
            assertThat(shopper.get("/search?q=gownette").status()).isEqualTo(200);
            shopper.get("/search?q=jane%40example.org");
        }
        var report = owner.get("/backoffice/search/reports?days=7");
        assertThat(report.page().select("#nothing ~ div th").eachText()).contains("gownette");
        assertThat(report.body()).doesNotContain("example.org");
        assertThat(owner.get("/backoffice/search/reports.csv?days=7").body()).contains("gownette");

        press(SYNONYMS, "synonym", Map.of("locale", "en", "oneWay", "false", "words", "gownette\ndress"));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !names("/search?q=gownette")
                .isEmpty());
        assertThat(names("/search?q=gownette")).isEqualTo(names("/search?q=dress"));
        assertThat(new Shop("gearhub").get("/search?q=gownette").page().select("[aria-labelledby=often]"))
                .as("best sellers, shown where nothing is found")
                .isNotEmpty();
        assertThat(ShopOffice.of("gearhub", "owner@gearhub.example")
                        .get(SYNONYMS)
                        .body())
                .doesNotContain("gownette");
    }

    @Test
    void whatIsPinnedStandsFirst() {
        var before = links("/search?q=linen+shirt");
        var chosen = before.get(before.size() - 1);

        press(
                RULES,
                "rule",
                Map.of(
                        "words",
                        "Linen  Shirt",
                        "department",
                        "",
                        "product_input",
                        "any title · " + chosen.substring(chosen.lastIndexOf('/') + 1),
                        "product_hinput",
                        "any title · " + chosen.substring(chosen.lastIndexOf('/') + 1),
                        "action",
                        "PIN",
                        "position",
                        "1"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> links("/search?q=linen+shirt").get(0).equals(chosen));
        assertThat(links("/search?q=linen+shirt")).hasSameSizeAs(before).doesNotHaveDuplicates();
        assertThat(owner.get("/backoffice/search?q=linen+shirt")
                        .page()
                        .select("table.grid tbody tr")
                        .get(0)
                        .text())
                .contains("Pinned to place 1");
    }

    @Test
    void wordsLeadToAPageOfTheShopAndNowhereElse() {
        var target = shopper.get("/").page().select("a[href^=/c/]").get(0).attr("href");
        for (var hostile : List.of(
                "//evil.example",
                "javascript:alert(1)",
                "https://evil.example/",
                "/\\evil",
                "/c/x\r\nSet-Cookie: a=b")) {
            var fields = fields("redirect", Map.of("words", "gift ideas", "path", hostile));
            assertThat(owner.press(REDIRECTS, fields).status()).as(hostile).isEqualTo(422);
        }
        assertThat(shopper.getOnce("/search?q=gift+ideas").status()).isEqualTo(200);

        press(REDIRECTS, "redirect", Map.of("words", "Gift  ideas", "path", target));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> shopper.getOnce("/search?q=GIFT+ideas").status() == 302);
        assertThat(shopper.getOnce("/search?q=gift+ideas").header("location")).isEqualTo(target);
        assertThat(shopper.getOnce("/de/search?q=gift+ideas").header("location"))
                .isEqualTo("/de" + target);
        assertThat(shopper.getOnce("/search?q=gift+ideas&sort=newest").status()).isEqualTo(200);
        assertThat(new Shop("gearhub").getOnce("/search?q=gift+ideas").status()).isEqualTo(200);
    }

    @Test
    void sellersAndShoppersAreKeptOut() {
        var seller = shopper.get("/sellers")
                .page()
                .select("a[href^=/sellers/]")
                .get(0)
                .attr("href");
        var office = ShopOffice.of("atelier", seller.substring(seller.lastIndexOf('/') + 1) + "@atelier.example");
        for (var page : List.of("", "/synonyms", "/rules", "/redirects", "/reports", "/reports.csv")) {
            assertThat(office.get("/backoffice/search" + page).status())
                    .as(page)
                    .isEqualTo(403);
            assertThat(shopper.getOnce("/backoffice/search" + page).status())
                    .as(page)
                    .isEqualTo(302);
        }
    }

    private void press(String page, String form, Map<String, String> values) {
        var answer = owner.press(page, fields(form, values));
        assertThat(answer.status())
                .as(answer.page().select("[role=alert]").text())
                .isEqualTo(302);
        assertThat(answer.header("location")).contains("saved=1");
    }

    private static Map<String, String> fields(String form, Map<String, String> values) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(form, form);
        values.forEach((name, value) -> fields.put(form + ':' + name, value));
        fields.put(form + ":save", "");
        return fields;
    }

    private List<String> names(String path) {
        return shopper.get(path).page().select("#results a[href^=/p/]").eachAttr("href");
    }

    private List<String> links(String path) {
        return names(path).stream().distinct().toList();
    }
}
