package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts are opened and found again by mail; what a page answers tells nobody who has one. */
@RunAsClient
class AccountJourneyIT extends InApplication {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*password/[A-Za-z0-9_-]{43})");
    private static final String FIRST = "a first good password";
    private static final String SECOND = "a second good password";

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void signingUpTellsNobodyWhoHasAnAccount() {
        var known = ask(new Shop("atelier"), "/sign-up", "shopper@atelier.example");
        var unknown = ask(new Shop("atelier"), "/sign-up", fresh("unknown"));

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(unknown.address()).isEqualTo(known.address());
        assertThat(unknown.page().selectFirst("main").text())
                .isEqualTo(known.page().selectFirst("main").text());
        assertThat(mailTo("atelier", "shopper@atelier.example", "account").get("text"))
                .contains("/sign-in")
                .doesNotContain("/password/");
    }

    @Test
    void anAccountIsOpenedByItsMailAndFindsWhatItsOwnerBoughtAsAGuest() {
        var email = fresh("guest");
        var number = buyAsGuest(email);
        var shop = new Shop("atelier");
        ask(shop, "/sign-up", email);
        assertThat(signIn(new Shop("atelier"), email, FIRST).status()).isEqualTo(422);

        var link = link("atelier", email);
        assertThat(choose(new Shop("atelier"), link, "short").status()).isEqualTo(422);
        var history = choose(shop, link, FIRST);

        assertThat(history.address().getPath()).isEqualTo("/account/orders");
        assertThat(history.page().select(".order-row__link").text()).contains(number);
        assertThat(shop.get("/account/orders/" + number.replace("#", "")).status())
                .isEqualTo(200);
        assertThat(new Shop("atelier").get(link).status()).as("a second time").isEqualTo(410);
        assertThat(new Shop("gearhub").get(link).status())
                .as("at the neighbor's")
                .isEqualTo(410);
        assertThat(new ShopBooks("gearhub").number("SELECT count(*) FROM account WHERE email = '" + email + "'"))
                .isZero();
    }

    @Test
    void aForgottenPasswordIsReplacedOnceAndEverybodyElseIsSignedOut() {
        var email = fresh("forgets");
        var owner = new Shop("atelier");
        ask(owner, "/sign-up", email);
        choose(owner, link("atelier", email), FIRST);
        var thief = new Shop("atelier");
        assertThat(signIn(thief, email, FIRST).address().getPath()).isEqualTo("/account/orders");

        var known = ask(new Shop("atelier"), "/password", email);
        var unknown = ask(new Shop("atelier"), "/password", fresh("nobody"));
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
        assertThat(unknown.page().selectFirst("main").text())
                .isEqualTo(known.page().selectFirst("main").text());

        var page = new Shop("atelier").get(link("atelier", email));
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.header("cache-control")).contains("no-store");
        var browser = new Shop("atelier");
        choose(browser, link("atelier", email), SECOND);

        assertThat(browser.get("/account/orders").address().getPath()).isEqualTo("/account/orders");
        assertThat(thief.get("/account/orders").address().getPath()).isEqualTo("/sign-in");
        assertThat(signIn(new Shop("atelier"), email, FIRST).status()).isEqualTo(422);
        assertThat(signIn(new Shop("atelier"), email, SECOND).status()).isEqualTo(200);
        assertThat(new ShopBooks("atelier").number("SELECT count(*) FROM account_link WHERE email = '" + email + "'"))
                .isZero();
    }

    private static String buyAsGuest(String email) {
        var books = new ShopBooks("atelier");
        var buyer = new ShopBuyer("atelier", email);
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
        buyer.pay(buyer.toPayment(), "cod");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "'") == 1);
        return books.text("SELECT number FROM purchase WHERE email = '" + email + "'");
    }

    private static Shop.Answer ask(Shop shop, String path, String email) {
        var form = shop.get(path).page().selectFirst("main form[method=post]");
        return shop.submit(
                form, path.equals("/sign-up") ? Map.of("name", "Ada Example", "email", email) : Map.of("email", email));
    }

    private static Shop.Answer choose(Shop shop, String link, String password) {
        return shop.submit(shop.get(link).page().selectFirst("main form[method=post]"), Map.of("password", password));
    }

    private static Shop.Answer signIn(Shop shop, String email, String password) {
        var form = shop.get("/sign-in").page().selectFirst("main form[method=post]");
        return shop.submit(form, Map.of("email", email, "password", password));
    }

    /** The path of the newest link that still works. */
    private static String link(String slug, String email) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        new ShopBooks(slug).number("SELECT count(*) FROM account_link WHERE email = '" + email + "'")
                                > 0);
        var found = LINK.matcher(mailTo(slug, email, "account").get("text"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> mailTo(String slug, String email, String about) {
        var query = "SELECT text FROM mail WHERE recipient = '" + email + "' AND reference LIKE '" + about
                + ":%' ORDER BY id DESC LIMIT 1";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !new ShopBooks(slug).rows(query).isEmpty());
        return new ShopBooks(slug).rows(query).get(0);
    }

    private static String fresh(String name) {
        return name + Long.toString(System.nanoTime(), 36) + "@account.example";
    }
}
