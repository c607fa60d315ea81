package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.Browser;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seller's file with slips: looked through, corrected, brought in, found in the shop; elsewhere nothing. */
@RunAsClient
class ImportJourneyIT extends InApplication {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void aFileWithErrorsIsCorrectedBroughtInAndFound() throws Exception {
        var mark = "zquill" + Long.toString(System.nanoTime(), 36);
        var file = file(mark, "twelve");
        try (var browser = new Browser();
                var person = browser.person(true)) {
            var page = person.newPage();
            signIn(page);
            upload(page, file);
            assertThat(page.locator("#counts").innerText()).contains("Wrong");
            assertThat(page.locator("[id='list:rows']").innerText()).contains("Please write amounts like 1234.50");

            var download = page.waitForDownload(() -> page.click("#errors"));
            var errors = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertThat(errors).contains("_error", "price: Please write amounts");
            upload(page, errors.replace("twelve", "12.00"));
            assertThat(page.locator("#counts").innerText().replaceAll("\\s+", " "))
                    .contains("Wrong 0");
            page.click("[id='doing:run']");
            page.waitForCondition(() -> page.locator("#state").innerText().equals("Brought in"));
        }
        var shop = new Shop("atelier");
        await().atMost(PATIENCE)
                .until(() -> shop.get("/search?q=" + mark).body().contains("/p/" + mark));
        var choices = shop.get("/search?q=" + mark).page().select("a.facet__option");
        assertThat(choices.eachText()).as("its option is a filter").anyMatch(text -> text.startsWith("Small"));
        var small = choices.stream()
                .filter(choice -> choice.text().startsWith("Small"))
                .findFirst()
                .orElseThrow();
        assertThat(shop.get(small.attr("href")).body()).contains("/p/" + mark);
        assertThat(shop.get("/p/" + mark).page().selectFirst("main").text()).contains("Large", "Small", "12.00");
        assertThat(new Shop("gearhub").get("/search?q=" + mark).body()).doesNotContain("/p/" + mark);
        assertThat(new Shop("gearhub").get("/p/" + mark).status()).isEqualTo(404);
    }

    @Test
    void filesAreTheirOwnersAlone() {
        var owner = ApiClient.of("atelier", "owner@atelier.example", "galleria-demo");
        var mark = "zpen" + Long.toString(System.nanoTime(), 36);
        var sent = owner.send(
                "POST", "/api/v1/imports?dryRun=false", file(mark, "9.50"), Map.of("Content-Type", "text/csv"));
        assertThat(sent.status()).isEqualTo(202);
        var id = sent.json().getString("id");
        await().atMost(PATIENCE).until(() -> owner.get("/api/v1/imports/" + id)
                .json()
                .getString("state")
                .equals("DONE"));
        assertThat(owner.get("/api/v1/imports/" + id).json().getInt("created")).isEqualTo(2);

        assertThat(ApiClient.of("gearhub", "owner@gearhub.example", "galleria-demo")
                        .get("/api/v1/imports/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(ApiClient.of("atelier", "hansekontor@atelier.example", "galleria-demo")
                        .get("/api/v1/imports/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(ApiClient.of("atelier").get("/api/v1/imports/" + id).status())
                .isEqualTo(401);

        assertThat(owner.post("/api/v1/imports/" + id + "/undo", "", Map.of()).status())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> owner.get("/api/v1/imports/" + id)
                .json()
                .getString("state")
                .equals("UNDONE"));
        assertThat(new Shop("atelier").get("/p/" + mark).status()).isEqualTo(404);
    }

    private static String file(String mark, String price) {
        return """
                product,seller,sku,title,category,status,option1_name,option1_value,price,stock
                %1$s,hansekontor,%1$s-S,Quill %1$s,women-clothing,active,Size,Small,12.00,5
                %1$s,hansekontor,%1$s-L,Quill %1$s,women-clothing,active,Size,Large,%2$s,5
                """
                .formatted(mark, price);
    }

    private static void signIn(Page page) {
        page.navigate(Browser.address("atelier", "/sign-in"));
        page.fill("input[name=email]", "owner@atelier.example");
        page.fill("input[name=password]", "galleria-demo");
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    private static void upload(Page page, String text) {
        page.navigate(Browser.address("atelier", "/backoffice/imports"));
        page.setInputFiles("#file", new FilePayload("goods.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.click("form[action*=upload] button");
        page.waitForCondition(() -> page.locator("#state").innerText().startsWith("Looked through"));
    }
}
