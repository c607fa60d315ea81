package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that are answered out of turn, with foreign ids or with rubbish: no 5xx, no effect. */
@RunAsClient
class HostileFormsJourneyIT extends InApplication {
    private final ShopBooks books;

    HostileFormsJourneyIT() {
        Ready.await();
        books = new ShopBooks("atelier");
    }

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void takesNoViewStateThatItHasNotGiven() {
        for (var state : List.of(
                "", "rubbish", "1:2", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "H4sIAAAAAAAA", "x".repeat(100_000))) {
            var console = new Shop("console");
            var form = console.get("/sign-in").page().selectFirst("form");
            var answer = console.submit(
                    form,
                    Map.of(
                            "jakarta.faces.ViewState", state,
                            "signIn:email", "admin@galleria.example",
                            "signIn:password", "wrong"));
            assertThat(answer.status())
                    .as(state.substring(0, Math.min(12, state.length())))
                    .isLessThan(500);
            assertThat(console.cookies()).doesNotContainKey("gc");
        }
    }

    @Test
    void evaluatesNothingThatNamesAComponent() {
        var console = new Shop("console");
        var form = console.get("/sign-in").page().selectFirst("form");
        var answer = console.submit(
                form,
                Map.of(
                        "jakarta.faces.source", "#{7*7}",
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.partial.execute", "@all",
                        "jakarta.faces.partial.render", "<script>",
                        "jakarta.faces.ClientWindow", "<script>alert(1)</script>"));
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("<script>alert(1)");
    }

    @Test
    void takesNoPaymentBeforeThereIsAnAddress() {
        var buyer = new ShopBuyer("atelier", "skips@steps.example");
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
        var token = buyer.shop()
                .get("/cart")
                .page()
                .selectFirst("input[name=_token]")
                .val();
        long payments = books.number("SELECT count(*) FROM payment");
        for (var gateway : List.of("cod", "stripe", "", "paypal", "' OR 1=1--")) {
            var answer = buyer.shop()
                    .post(
                            "/checkout/payment",
                            Map.of("_token", token, "gateway", gateway, "seal", "x", "once", "y"),
                            true);
            assertThat(answer.status()).as(gateway).isLessThan(500);
        }
        assertThat(buyer.shop()
                        .post("/checkout/delivery", Map.of("_token", token), true)
                        .status())
                .isLessThan(500);
        assertThat(books.number("SELECT count(*) FROM payment")).isEqualTo(payments);
    }

    @Test
    void chargesWhatWasAgreedWhateverTheFormSays() {
        var buyer = new ShopBuyer("atelier", "price@forged.example");
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
        var payment = buyer.toPayment();
        var form = payment.page().selectFirst("form[method=post][action$=/checkout/payment]");
        var fields = Shop.fields(form);
        fields.put("gateway", "cod");
        fields.put("seal", "forged");
        fields.put("total", "1");
        fields.put("price", "0.01");
        assertThat(buyer.shop().post("/checkout/payment", fields, true).status())
                .isLessThan(500);
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = 'price@forged.example'"))
                .isZero();
    }

    @Test
    void showsNobodyAnothersOrder() {
        var shop = new Shop("atelier");
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.put("email", "shopper@atelier.example");
        fields.put("password", "galleria-demo");
        shop.post("/sign-in", fields, true);
        var foreign = books.text("SELECT o.number FROM purchase o JOIN account a ON a.id = o.account_id"
                + " WHERE a.email <> 'shopper@atelier.example' LIMIT 1");
        var id = books.text("SELECT o.id FROM purchase o JOIN account a ON a.id = o.account_id"
                + " WHERE a.email <> 'shopper@atelier.example' LIMIT 1");
        for (var path : List.of(
                "/account/orders/" + foreign.replace("#", ""),
                "/account/orders/" + foreign.replace("#", "%23"),
                "/account/orders/" + id,
                "/orders/" + id,
                "/orders/" + "A".repeat(43))) {
            assertThat(shop.getOnce(path).status()).as(path).isIn(400, 404);
        }
        assertThat(shop.getOnce("/backoffice/orders").status()).isIn(302, 303, 403, 404);
    }

    @Test
    void keepsHostileNamesAsText() {
        var buyer = new ShopBuyer("atelier", "xss@names.example");
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
        var form = buyer.shop().get("/checkout").page().selectFirst("form[method=post][action$=/checkout]");
        for (var name : List.of(
                "<svg/onload=alert(1)>",
                "\"><script>alert(1)</script>",
                "#{7*7}",
                "a\u0000b",
                "\u202egnp",
                "x".repeat(5_000))) {
            var values = new LinkedHashMap<>(buyer.home());
            values.put("email", "xss@names.example");
            values.put("name", name);
            var answer = buyer.shop().submit(form, values);
            assertThat(answer.status())
                    .as(name.substring(0, Math.min(20, name.length())))
                    .isLessThan(500);
            assertThat(answer.body()).doesNotContain("<svg/onload").doesNotContain("<script>alert");
        }
    }
}
