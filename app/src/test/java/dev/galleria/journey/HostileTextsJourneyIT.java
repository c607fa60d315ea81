package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.Shop.Answer;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Texts that are kept and shown again, in every place where they are shown: as text, never run, never reckoned. */
@RunAsClient
class HostileTextsJourneyIT extends InApplication {
    private static final String NAME = "zq#{7*7}qz<svg/onload=alert(1)>";
    private static final String COMPANY = "\"><img src=x onerror=alert(1)>";
    private static final String LINE = "</textarea></title><script>alert(1)</script>";
    private static final String SECOND = "zq${7*7}qz {{7*7}} `${7*7}`";
    private static final String CITY = "<math><mi//xlink:href=\"data:x,1\">";
    private static final String REGION = "javascript:alert(1)//'";

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    @DisplayName("60, 92, 94: an order's texts on the buyer's, the sellers' and the owner's pages and in the mail")
    void showsAnOrdersTextsAsTheyAre() {
        var books = new ShopBooks("atelier");
        var goods = books.productsOfTwoSellers().get(0);
        var email = "texts" + Long.toString(System.nanoTime(), 36) + "@hostile.example";
        var buyer = new ShopBuyer("atelier", email);
        var shop = buyer.shop();
        signUp(books, shop, email);
        buyer.add(goods.get("slug"));
        var form = shop.get("/checkout").page().selectFirst("form[method=post][action$=/checkout]");
        var delivery = shop.submit(form, address(email));
        assertHarmless(delivery);
        var choices = Shop.fields(delivery.page().selectFirst("form[action$=/checkout/delivery]"));
        for (var radio : delivery.page().select("form[action$=/checkout/delivery] input[type=radio]")) {
            choices.put(radio.attr("name"), radio.val());
        }
        var payment = shop.post("/checkout/delivery", choices, true);
        assertHarmless(payment);
        var fields = Shop.fields(payment.page().selectFirst("form[action$=/checkout/payment]"));
        fields.put("gateway", "cod");
        var status = shop.post("/checkout/payment", fields, true);
        assertShows(status, NAME, COMPANY, LINE, SECOND, CITY, REGION);
        var order = books.rows("SELECT p.number, p.id, s.id AS part FROM purchase p JOIN seller_order s"
                        + " ON s.purchase_id = p.id WHERE p.email = '" + email + "'")
                .get(0);
        assertHarmless(shop.get(status.address().getPath() + "/cancel"));
        assertHarmless(shop.get("/account/orders"));
        assertShows(shop.get("/account/orders/" + order.get("number").replace("#", "")), NAME, SECOND, CITY);
        assertShows(shop.get("/account/addresses"), NAME, COMPANY, SECOND);
        var saved = books.text(
                "SELECT a.id FROM address a JOIN account o ON o.id = a.account_id WHERE o.email = '" + email + "'");
        var edited = shop.get("/account/addresses?id=" + saved);
        assertHarmless(edited);
        assertThat(edited.page().selectFirst("input#name").val()).isEqualTo(NAME);

        var seller = ShopOffice.of("atelier", goods.get("seller_slug") + "@atelier.example");
        assertShows(seller.get("/backoffice/orders/" + order.get("part")), NAME, COMPANY, LINE, SECOND, CITY, REGION);
        assertShows(seller.get("/backoffice/orders?" + Shop.encoded(Map.of("q", NAME))), NAME);
        var owner = ShopOffice.of("atelier", "owner@atelier.example");
        assertShows(owner.get("/backoffice/orders/" + order.get("id")), NAME, COMPANY, LINE, SECOND);
        assertShows(owner.get("/backoffice/orders?" + Shop.encoded(Map.of("q", NAME))), NAME);

        var mail = "/mailbox/" + mail(books, email, 2);
        assertHarmless(shop.get("/mailbox"));
        assertShows(shop.get(mail), NAME);
        assertShows(shop.get(mail + "/html"), NAME, COMPANY, LINE, SECOND, CITY);
    }

    @Test
    @DisplayName("60, 92, 93: what is typed comes back as text in the fields and messages of refused forms")
    void showsRefusedTextsAsTheyAre() {
        var shop = new Shop("atelier");
        var form = shop.get("/sign-up").page().selectFirst("form[action$=/sign-up]");
        for (var text : new String[] {NAME, COMPANY, LINE, SECOND, CITY, REGION}) {
            assertHarmless(shop.submit(form, Map.of("name", text, "email", text, "password", text, "next", text)));
            var signIn = shop.get("/sign-in?" + Shop.encoded(Map.of("next", text)));
            assertHarmless(signIn);
            assertHarmless(shop.submit(
                    signIn.page().selectFirst("form[action$=/sign-in]"), Map.of("email", text, "password", text)));
            assertHarmless(shop.get("/search?" + Shop.encoded(Map.of("q", text))));
            assertHarmless(shop.get("/cart?" + Shop.encoded(Map.of("notice", text, "n", text))));
            assertHarmless(shop.get("/" + Shop.encoded(Map.of("x", text)).substring(2)));
        }
    }

    @Test
    @DisplayName(
            "60, 92, 94: a marketplace's name and line in its shop, its pages of errors, its back office, the console")
    void showsAMarketplacesTextsAsTheyAre() {
        var console = ShopOffice.console();
        var slug = "texts-" + Long.toString(System.nanoTime(), 36);
        var name = "zq#{7*7}qz <svg/onload=alert(1)> \"><b>{0}'";
        var created = console.press("/tenants/new", wish(slug, name));
        assertThat(created.status()).isEqualTo(302);
        var progress = URI.create(created.header("location")).getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> new Shop(slug).get("/").status() == 200);
        assertHarmless(console.get(progress));
        assertShows(console.get("/?" + Shop.encoded(Map.of("q", slug))), name);
        assertHarmless(console.get("/audit"));
        var button =
                console.get("/?q=" + slug).page().selectFirst("#list button").attr("name");
        assertShows(
                console.ask(
                        "/?q=" + slug,
                        Map.of(
                                "list",
                                "list",
                                button,
                                button,
                                "jakarta.faces.source",
                                button,
                                "jakarta.faces.partial.execute",
                                button,
                                "jakarta.faces.partial.render",
                                "suspendPanel")),
                name);
        var shop = new Shop(slug);
        assertShows(shop.get("/"), name, SECOND);
        assertShows(shop.get("/nothing"), name);
        assertShows(shop.get("/sign-in"), name);
        var password = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> console.get(progress)
                                .page()
                                .select("#ownerPassword")
                                .text(),
                        text -> !text.isEmpty());
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.putAll(Map.of("email", "owner@" + slug + ".example", "password", password));
        assertThat(shop.post("/sign-in", fields, false).status()).isEqualTo(302);
        assertShows(shop.get("/backoffice"), name);
        assertShows(shop.get("/backoffice/orders"), name);
    }

    /** By the link in the mail, as everybody. */
    private static void signUp(ShopBooks books, Shop shop, String email) {
        var form = shop.get("/sign-up").page().selectFirst("form[action$=/sign-up]");
        assertHarmless(shop.submit(form, Map.of("name", NAME, "email", email)));
        var mail = "/mailbox/" + mail(books, email, 1);
        assertHarmless(shop.get(mail));
        assertHarmless(shop.get(mail + "/html"));
        var link = shop.get(mail + "/html")
                .page()
                .selectFirst("a[href*=/password/]")
                .attr("href");
        var choose = shop.get(URI.create(link).getPath()).page().selectFirst("form[action*=/password/]");
        assertHarmless(shop.submit(choose, Map.of("password", "galleria-demo")));
        var signIn = shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]");
        if (signIn != null) {
            shop.submit(signIn, Map.of("email", email, "password", "galleria-demo"));
        }
        assertThat(shop.getOnce("/account/orders").status()).isEqualTo(200);
    }

    /** The id of the newest mail to that address, once there are so many. */
    private static String mail(ShopBooks books, String email, int count) {
        var mails = " FROM mail WHERE recipient = '" + email + "'";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> books.number("SELECT count(*)" + mails) >= count);
        return books.text("SELECT id" + mails + " ORDER BY created_at DESC LIMIT 1");
    }

    private static Map<String, String> address(String email) {
        var fields = new LinkedHashMap<>(Map.of(
                "email", email,
                "name", NAME,
                "company", COMPANY,
                "line1", LINE,
                "line2", SECOND,
                "postalCode", "10969",
                "city", CITY,
                "region", REGION,
                "country", "DE",
                "keep", "true"));
        return fields;
    }

    private static Map<String, String> wish(String slug, String name) {
        var fields = new LinkedHashMap<>(Map.of(
                "wish", "wish",
                "wish:create", "",
                "wish:name", name,
                "wish:slug", slug,
                "wish:tagline", SECOND,
                "wish:email", "owner@" + slug + ".example",
                "wish:country", "DE",
                "wish:currency", "EUR",
                "wish:locales", "en",
                "wish:defaultLocale", "en"));
        fields.put("wish:theme", "meadow");
        fields.put("wish:plan", "starter");
        return fields;
    }

    private static void assertShows(Answer answer, String... texts) {
        assertHarmless(answer);
        // A part of a page stands in its answer as it is, in a CDATA section.
        var body = answer.body().contains("<partial-response")
                ? Jsoup.parse(answer.body().replace("<![CDATA[", "").replace("]]>", ""))
                : answer.page();
        for (var text : texts) {
            assertThat(body.text().replaceAll("\\s+", " "))
                    .as(answer.address().toString())
                    .contains(text.replaceAll("\\s+", " "));
        }
    }

    private static void assertHarmless(Answer answer) {
        var where = answer.address().toString();
        assertThat(answer.status()).as(where).isLessThan(500);
        assertThat(answer.body()).as(where).doesNotContain("zq49qz").doesNotContain("<script>alert");
        var page = answer.page();
        assertThat(page.select("[onload], [onerror], math, textarea + script, a[href^=javascript], [src=x]"))
                .as(where)
                .isEmpty();
        assertThat(page.select("script").stream().filter(script -> script.data().contains("alert(1)")))
                .as(where)
                .isEmpty();
    }
}
