package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.platform.Json;
import dev.galleria.search.merchandising.Meanings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexedProductsTest {
    private final TestIndex index = new TestIndex();

    @BeforeEach
    void facts() {
        index.kinds.put("color", Fact.Kind.OPTION);
        index.kinds.put("size", Fact.Kind.OPTION);
        index.kinds.put("material", Fact.Kind.CHOICE);
        index.kinds.put("vegan", Fact.Kind.FLAG);
        index.kinds.put("width_cm", Fact.Kind.NUMBER);
    }

    private static ListingQuery with(String code, String... values) {
        return ListingQuery.all().withFact(code, Set.of(values));
    }

    @Test
    void choicesAreFoundWithinOneVariantThatCanBeDelivered() {
        var both = index.product(
                "Shirt",
                product -> product.variants = TestIndex.variants(
                        TestIndex.variant("A-1", 1000L, "color=navy", "size=m"),
                        TestIndex.variant("A-2", 1000L, "color=red", "size=l")));
        var apart = index.product(
                "Shirt",
                product -> product.variants = TestIndex.variants(
                        TestIndex.variant("B-1", 1000L, "color=navy", "size=l"),
                        TestIndex.variant("B-2", 1000L, "color=red", "size=m"),
                        TestIndex.variant("B-3", null, "color=navy", "size=m")));
        index.add(both, apart);

        assertThat(index.find("", with("color", "navy"))).containsExactlyInAnyOrder(both.productId, apart.productId);
        assertThat(index.find("", with("color", "navy").withFact("size", Set.of("m"))))
                .containsExactly(both.productId);
        assertThat(index.find("", with("color", "navy", "red").withFact("size", Set.of("m"))))
                .containsExactlyInAnyOrder(both.productId, apart.productId);
    }

    @Test
    void aPriceIsAskedOfTheVariantThatIsChosen() {
        var product = index.product("Shirt", one -> {
            one.priceMinor = 1000;
            one.variants = TestIndex.variants(
                    TestIndex.variant("A-1", 1000L, "color=navy"), TestIndex.variant("A-2", 9000L, "color=red"));
        });
        index.add(product);

        assertThat(index.find("", with("color", "red").withPrices(null, 2000L))).isEmpty();
        assertThat(index.find("", with("color", "red").withPrices(5000L, null))).containsExactly(product.productId);
        assertThat(index.find("", with("color", "navy").withPrices(null, 2000L)))
                .containsExactly(product.productId);
    }

    @Test
    void countsOfAChosenOptionIgnoreItAndCountsOfOthersKeepToItsVariants() {
        index.add(
                index.product(
                        "One",
                        product -> product.variants = TestIndex.variants(
                                TestIndex.variant("A-1", 1000L, "color=navy", "size=m"),
                                TestIndex.variant("A-2", 1000L, "color=navy", "size=l"),
                                TestIndex.variant("A-3", 1000L, "color=red", "size=s"))),
                index.product(
                        "Two",
                        product -> product.variants = TestIndex.variants(
                                TestIndex.variant("B-1", 1000L, "color=red", "size=m"),
                                TestIndex.variant("B-2", null, "color=navy", "size=xl"))));

        var all = index.counts("", ListingQuery.all()).facts();
        assertThat(all)
                .containsEntry("color=navy", 1L)
                .containsEntry("color=red", 2L)
                .containsEntry("size=m", 2L);
        assertThat(all).doesNotContainKey("size=xl");

        var navy = index.counts("", with("color", "navy"));
        assertThat(navy.total()).isEqualTo(1);
        assertThat(navy.facts()).containsEntry("color=navy", 1L).containsEntry("color=red", 2L);
        assertThat(navy.facts())
                .containsEntry("size=m", 1L)
                .containsEntry("size=l", 1L)
                .doesNotContainKey("size=s");

        var both = index.counts("", with("color", "navy", "red").withFact("size", Set.of("m")));
        assertThat(both.total()).isEqualTo(2);
        assertThat(both.facts()).containsEntry("color=navy", 1L).containsEntry("color=red", 1L);
        assertThat(both.facts())
                .containsEntry("size=m", 2L)
                .containsEntry("size=l", 1L)
                .containsEntry("size=s", 1L);
    }

    @Test
    void severalChoicesOfOneFacetAreAlternatives() {
        var linen = index.product("One", product -> {
            product.facts = Json.write(Map.of("material", "linen", "vegan", true, "width_cm", 12.5));
            product.brandSlug = "nord";
            product.brandName = "Nord";
        });
        var wool = index.product("Two", product -> {
            product.facts = Json.write(Map.of("material", "wool", "vegan", false, "width_cm", 40));
            product.brandSlug = "sud";
            product.brandName = "Sud";
        });
        var silk = index.product("Three", product -> product.facts = Json.write(Map.of("material", "silk")));
        index.add(linen, wool, silk);

        assertThat(index.find("", with("material", "linen", "wool")))
                .containsExactlyInAnyOrder(linen.productId, wool.productId);
        assertThat(index.find("", with("vegan", "true"))).containsExactly(linen.productId);
        assertThat(index.find("", with("width_cm", "10..20"))).containsExactly(linen.productId);
        assertThat(index.find("", with("width_cm", "12.5", "30..")))
                .containsExactlyInAnyOrder(linen.productId, wool.productId);
        assertThat(index.find("", ListingQuery.all().withBrands(Set.of("nord", "sud"))))
                .hasSize(2);
        assertThat(index.find("", with("unheard-of", "x"))).hasSize(3);

        var counts = index.counts("", with("material", "linen").withBrands(Set.of("nord")));
        assertThat(counts.facts()).containsEntry("material=linen", 1L).doesNotContainKey("material=wool");
        assertThat(counts.brands()).containsOnlyKeys("nord");
        assertThat(index.counts("", ListingQuery.all().withBrands(Set.of("nord")))
                        .brands())
                .containsOnlyKeys("nord", "sud");
        var free = index.counts("", with("material", "linen"));
        assertThat(free.facts()).containsEntry("material=linen", 1L).containsEntry("material=wool", 1L);
        assertThat(free.facts()).containsEntry("width_cm=12.5", 1L).doesNotContainKey("width_cm=40");
    }

    @Test
    void findsCodesHoweverTheyAreWritten() {
        var product = index.product(
                "Drill",
                one -> one.variants =
                        TestIndex.variants("{\"sku\":\"GH-00001/512GB\",\"gtin\":\"2620001047293\",\"choices\":{}}"));
        index.add(product, index.product("Drill of another kind"));

        for (var code : List.of("GH-00001/512GB", "gh00001512gb", "GH 00001 512 GB", "2620001047293")) {
            assertThat(index.find(code)).as(code).containsExactly(product.productId);
        }
        assertThat(index.find("2620001047294")).isEmpty();
    }

    @Test
    void findsWordsInEveryFormAndWithoutAccents() {
        var kitchen = index.product(
                "",
                product -> product.titles =
                        Json.write(Map.of("en", "Kitchen knives", "de", "Küchenmesser", "fr", "Couteaux")));
        var dress = index.product(
                "",
                product -> product.titles =
                        Json.write(Map.of("en", "Summer dresses", "de", "Sommerkleider", "fr", "Robe d’été")));
        index.add(kitchen, dress);

        for (var words : List.of("knives for the kitchen", "kuechenmesser", "Kuchenmesser", "KÜCHENMESSER")) {
            assertThat(index.find(words)).as(words).containsExactly(kitchen.productId);
        }
        for (var words : List.of("dress", "the summer dress", "Sommerkleid", "kleider", "Sommer Kleider")) {
            assertThat(index.find(words)).as(words).containsExactly(dress.productId);
        }
    }

    @Test
    void forgivesSlipsInWordsButNotInCodes() {
        var linen = index.product("Linen trousers");
        var model = index.product("Drill X200");
        index.add(linen, model);

        for (var slip : List.of("linnen", "lienn", "trusers", "troussers", "rtouserss")) {
            assertThat(index.find(slip)).as(slip).containsExactly(linen.productId);
        }
        for (var wrong : List.of("x201", "lnn", "tsrouersx")) {
            assertThat(index.find(wrong)).as(wrong).isEmpty();
        }
        assertThat(new Spelling(index.words(), Set.of("en"), Meanings.NONE).better("linnen trusers"))
                .contains("linen trousers");
    }

    @Test
    void operatorsAreWordsOrNothing() {
        var product = index.product("Rock and roll poster");
        index.add(product);

        for (var typed : List.of("title:*", "rock* AND (", "-rock", "\"rock", "rock~9", "ro?k")) {
            index.find(typed);
        }
        assertThat(index.find("rock AND roll")).containsExactly(product.productId);
        assertThat(index.find("*")).containsExactly(product.productId);
        assertThat(index.find("ro*")).isEmpty();
    }

    @Test
    void seesOnlyTheOwnTenantsDocumentsAndWords() {
        index.add(index.product("Linen shirt"));
        index.add(index.other, index.product("Velvet curtain"));

        assertThat(index.find("velvet")).isEmpty();
        assertThat(index.find("")).hasSize(1);
        assertThat(index.counts("", ListingQuery.all()).total()).isEqualTo(1);
        assertThat(index.words().completions(Set.of("en"), "vel", 5)).isEmpty();
        assertThat(index.words().completions(Set.of("en"), "lin", 5)).containsExactly("linen");
    }

    @Test
    void aPageFarDownGoesOnWhereTheOneBeforeEnded() {
        var all = new ArrayList<ProductDocument>();
        for (int i = 0; i < 400; i++) {
            int sold = i;
            all.add(index.product("Thing " + i, product -> product.sold = sold));
        }
        index.add(all.toArray(ProductDocument[]::new));

        var ninth = index.find("", ListingQuery.all().withPage(10));
        var tenth = index.find("", ListingQuery.all().withPage(11));
        var last = index.find("", ListingQuery.all().withPage(17));

        assertThat(ninth).hasSize(24).last().isEqualTo(all.get(399 - 239).productId);
        assertThat(tenth).hasSize(24).first().isEqualTo(all.get(399 - 240).productId);
        assertThat(last).hasSize(16).last().isEqualTo(all.get(0).productId);
    }
}
