package dev.galleria.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.galleria.catalog.media.PictureFixture;
import dev.galleria.harness.Browser;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The owner of a marketplace puts pictures on a product; shoppers see them on its page. */
@RunAsClient
class PicturesJourneyIT extends InApplication {
    private static final String SHOP = "greenmarket";

    @Test
    void picturesComeFromTheOfficeToTheShop() {
        Ready.await();
        var product = product();
        try (var browser = new Browser()) {
            var page = browser.person(true).newPage();
            var problems = new java.util.concurrent.CopyOnWriteArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    problems.add(message.text());
                }
            });
            // Tall enough that nothing scrolls while something is dragged.
            page.setViewportSize(1280, 4000);
            signIn(page);
            page.navigate(Browser.address(SHOP, "/backoffice/products/" + product.get("id") + "/pictures"));
            int before = page.locator(".photo").count();
            upload(page, before);
            describe(page, before);
            orderAndRemove(page, before);
            assertThat(problems).isEmpty();
        }
        shownInTheShop(product.get("slug"));
    }

    private static void upload(Page page, int before) {
        page.setInputFiles("#files", new FilePayload[] {
            new FilePayload("wide.jpg", "image/jpeg", PictureFixture.jpeg(1600, 900)),
            new FilePayload("tall.png", "image/png", PictureFixture.png(700, 1400)),
            new FilePayload("<b>.jpg", "image/jpeg", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.locator(".photodrop__good")).hasCount(2);
        assertThat(page.locator(".photodrop__bad")).containsText("SVG");
        assertThat(page.locator(".photodrop__bad .photodrop__name")).hasText("<b>.jpg");
        assertThat(page.locator(".photo")).hasCount(before + 2);
    }

    /** Texts in two rows, saved at once; the focus by a click. */
    private static void describe(Page page, int before) {
        var wide = page.locator(".photo").nth(before);
        var tall = page.locator(".photo").nth(before + 1);
        wide.locator("input[lang=en]").fill("Seen from afar");
        tall.locator("input[lang=en]").fill("Seen <upright>");
        var box = wide.locator("img").boundingBox();
        page.mouse().click(box.x + 2, box.y + box.height / 2);
        assertThat(wide.locator("[data-axis=x]")).hasValue(java.util.regex.Pattern.compile("[0-9]|1[0-9]"));
        var focus = wide.locator("[data-axis=x]").inputValue();
        tall.locator("button[id$=save]").click();
        assertThat(page.locator(".ui-messages-info")).isVisible();
        page.reload();
        assertThat(page.locator(".photo").nth(before).locator("input[lang=en]")).hasValue("Seen from afar");
        assertThat(page.locator(".photo").nth(before).locator("[data-axis=x]")).hasValue(focus);
        assertThat(page.locator(".photo").nth(before + 1).locator("input[lang=en]"))
                .hasValue("Seen <upright>");
    }

    /** By buttons and by dragging to the front; one is taken away again. */
    private static void orderAndRemove(Page page, int before) {
        page.locator(".photo").nth(before + 1).locator("button[id$=up]").click();
        assertThat(page.locator(".photo").nth(before).locator("input[lang=en]")).hasValue("Seen <upright>");
        page.locator(".photo")
                .nth(before)
                .locator(".photo__grip")
                .dragTo(
                        page.locator(".photo").first(),
                        new com.microsoft.playwright.Locator.DragToOptions().setTargetPosition(40, 4));
        assertThat(page.locator(".photo").first().locator("input[lang=en]")).hasValue("Seen <upright>");
        assertThat(page.locator(".ui-messages-info")).isVisible();
        page.setInputFiles("#files", new FilePayload("more.jpg", "image/jpeg", PictureFixture.jpeg(333, 222)));
        assertThat(page.locator(".photo")).hasCount(before + 3);
        page.locator(".photo").last().locator("button[id$=remove]").click();
        page.locator(".ui-confirm-dialog:visible .ui-confirmdialog-yes").click();
        assertThat(page.locator(".photo")).hasCount(before + 2);
    }

    private static void shownInTheShop(String slug) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> new Shop(SHOP).get("/p/" + slug).body().contains("Seen from afar"));
        var page = new Shop(SHOP).get("/p/" + slug).page();
        var images = page.select(".gallery__item img");
        assertThat(images.get(0).attr("alt")).isEqualTo("Seen <upright>");
        assertThat(images.get(0).attr("width")).isEqualTo("600");
        assertThat(images.get(0).attr("height")).isEqualTo("1200");
        assertThat(images.eachAttr("alt")).contains("Seen from afar");
        var webp = page.selectFirst(".gallery__item source").attr("srcset").split(" ")[0];
        for (var address : List.of(webp, images.get(0).attr("src"))) {
            assertThat(new Shop(SHOP).get(address).status()).isEqualTo(200);
            assertThat(new Shop("atelier").get(address).status()).isEqualTo(404);
        }
    }

    private static void signIn(Page page) {
        page.navigate(Browser.address(SHOP, "/sign-in"));
        page.fill("input[name=email]", "owner@" + SHOP + ".example");
        page.fill("input[name=password]", "galleria-demo");
        page.locator("form[action$='/sign-in'] button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** One without versions, that others do not count on. */
    private static Map<String, String> product() {
        return new ShopBooks(SHOP)
                .rows(
                        """
                        SELECT p.id::text AS id, p.slug FROM product p
                         WHERE p.state = 'ACTIVE' AND (SELECT count(*) FROM variant v WHERE v.product_id = p.id) = 1
                         ORDER BY p.id DESC LIMIT 1""")
                .get(0);
    }
}
