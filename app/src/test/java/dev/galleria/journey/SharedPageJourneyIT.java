package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop window is drawn once for many: nobody gets what belongs to another visitor, language or tenant. */
@RunAsClient
class SharedPageJourneyIT extends InApplication {
    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void givesEachVisitorTheirOwnCartTokenAndKey() {
        var slug = new ShopBooks("atelier").productsOfTwoSellers().get(0).get("slug");
        var buyer = new ShopBuyer("atelier", "shared@pages.example");
        buyer.shop().get("/");
        buyer.add(slug);
        var stranger = new Shop("atelier");

        var mine = buyer.shop().get("/p/" + slug).page();
        var theirs = stranger.get("/p/" + slug).page();
        var again = buyer.shop().get("/p/" + slug).page();

        assertThat(mine.selectFirst("[data-count]").text()).isEqualTo("1");
        assertThat(theirs.selectFirst("[data-count]").text()).isEqualTo("0");
        assertThat(theirs.selectFirst("input[name=_token]").val())
                .isNotEmpty()
                .isNotEqualTo(mine.selectFirst("input[name=_token]").val());
        assertThat(again.selectFirst("input[name=_token]").val())
                .isEqualTo(mine.selectFirst("input[name=_token]").val());
        assertThat(again.selectFirst("input[name=addKey]").val())
                .isNotEmpty()
                .isNotEqualTo(mine.selectFirst("input[name=addKey]").val());
        assertThat(stranger.submit(theirs.selectFirst("form[action$=/cart/add]"), Map.of())
                        .status())
                .isLessThan(400);
    }

    @Test
    void showsTheSignedInTheirOwnPages() {
        var shop = new Shop("atelier");
        assertThat(shop.get("/").body()).contains("/sign-in");
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.put("email", "shopper@atelier.example");
        fields.put("password", "galleria-demo");
        shop.post("/sign-in", fields, true);

        assertThat(shop.get("/").page().select(".actions__account").attr("href"))
                .isEqualTo("/account/orders");
        assertThat(new Shop("atelier")
                        .get("/")
                        .page()
                        .select(".actions__account")
                        .attr("href"))
                .isEqualTo("/sign-in");
    }

    @Test
    void keepsLanguagesAndTenantsApart() {
        var atelier = new Shop("atelier");
        for (int round = 0; round < 2; round++) {
            assertThat(atelier.get("/").page().selectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(atelier.get("/de").page().selectFirst("html").attr("lang"))
                    .isEqualTo("de");
            assertThat(atelier.get("/").page().title()).contains("Atelier");
            assertThat(new Shop("gearhub").get("/").page().title()).contains("Gearhub");
        }
    }
}
