package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.search.merchandising.PlanFixture;
import dev.galleria.search.merchandising.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovedProductsTest {
    private final TestIndex index = new TestIndex();

    private List<ProductDocument> shirts(int count) {
        var shirts = IntStream.range(0, count)
                .mapToObj(i -> index.product("Shirt", one -> {
                    one.sold = count - i;
                    one.brandSlug = i % 2 == 0 ? "nord" : "sud";
                    one.brandName = one.brandSlug;
                }))
                .toList();
        index.add(shirts.toArray(ProductDocument[]::new));
        return shirts;
    }

    private static RuleSet pins(Object... productAndPosition) {
        var pins = new ArrayList<RuleSet.Pin>();
        for (int i = 0; i < productAndPosition.length; i += 2) {
            pins.add(new RuleSet.Pin(
                    ((ProductDocument) productAndPosition[i]).productId, (Integer) productAndPosition[i + 1]));
        }
        return new RuleSet(pins, Map.of(), Set.of(), Set.of());
    }

    @Test
    void aSynonymFindsWhatItsWordsFindAndNothingElseDoes() {
        var sofa = index.product("Sofa");
        var couch = index.product("Couch");
        var lamp = index.product("Lamp");
        index.add(sofa, couch, lamp);
        assertThat(index.find("sofa")).containsExactly(sofa.productId);

        index.meanings = PlanFixture.same("sofa", "couch");

        assertThat(index.find("sofa")).containsExactlyInAnyOrder(sofa.productId, couch.productId);
        assertThat(index.find("COUCH")).containsExactlyInAnyOrder(sofa.productId, couch.productId);
        assertThat(index.find("lamp")).containsExactly(lamp.productId);
    }

    @Test
    void aOneWaySynonymDoesNotWorkBackwards() {
        var phone = index.product("Phone");
        var pixel = index.product("Galaxyphone");
        index.add(phone, pixel);
        index.meanings = PlanFixture.oneWay("handy", "phone");

        assertThat(index.find("handy")).containsExactly(phone.productId);
        index.meanings = PlanFixture.oneWay("phone", "galaxyphone");
        assertThat(index.find("galaxyphone")).containsExactly(pixel.productId);
    }

    @Test
    void severalWordsStandForOneAndOneForSeveral() {
        var sneaker = index.product("Sneaker");
        var shoe = index.product("Running shoe");
        var running = index.product("Running belt");
        index.add(sneaker, shoe, running);
        index.meanings = PlanFixture.same("running shoe", "sneaker");

        assertThat(index.find("running shoe")).containsExactlyInAnyOrder(sneaker.productId, shoe.productId);
        assertThat(index.find("sneaker")).containsExactlyInAnyOrder(sneaker.productId, shoe.productId);
        assertThat(index.find("running")).containsExactlyInAnyOrder(shoe.productId, running.productId);
    }

    @Test
    void pinnedProductsStandAtTheirPlacesAndEveryProductStandsOnce() {
        var shirts = shirts(30);
        var poster = index.product("Poster");
        index.add(poster);
        index.rules = pins(shirts.get(29), 1, poster, 3);

        var all = new ArrayList<UUID>();
        for (int page = 1; page <= 4; page++) {
            all.addAll(index.find("shirt", ListingQuery.all().withSize(10).withPage(page)));
        }

        assertThat(all).hasSize(31).doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo(shirts.get(29).productId);
        assertThat(all.get(2)).isEqualTo(poster.productId);
        assertThat(index.counts("shirt", ListingQuery.all()).total()).isEqualTo(31);
        assertThat(all.get(1)).isEqualTo(shirts.get(0).productId);
    }

    @Test
    void pinnedProductsObeyTheShoppersFiltersAndOrder() {
        var shirts = shirts(6);
        index.rules = pins(shirts.get(5), 1);
        var nord = ListingQuery.all().withBrands(Set.of("nord"));

        assertThat(index.find("shirt", nord)).hasSize(3).doesNotContain(shirts.get(5).productId);
        assertThat(index.find("shirt", ListingQuery.all().withBrands(Set.of("sud")))
                        .get(0))
                .isEqualTo(shirts.get(5).productId);
        var counts = index.counts("shirt", nord);
        assertThat(counts.brands()).containsEntry("nord", 3L).containsEntry("sud", 3L);
        index.rules = pins(shirts.get(5), 1);
        assertThat(index.find("shirt", ListingQuery.all().withSort(ListingQuery.Sort.PRICE_UP)))
                .hasSize(6);
    }

    @Test
    void aPinnedProductThatCannotBeDeliveredIsNotPinned() {
        var shirts = shirts(3);
        var sold = index.product("Poster", one -> one.inStock = false);
        index.add(sold);
        index.rules = pins(sold, 1);

        assertThat(index.find("shirt")).hasSize(3).doesNotContain(sold.productId);
        assertThat(index.find("shirt").get(0)).isEqualTo(shirts.get(0).productId);
    }

    @Test
    void boostedStandHigherBuriedLastAndHiddenNowhere() {
        var shirts = shirts(5);
        index.rules = new RuleSet(
                List.of(),
                Map.of(shirts.get(4).productId, 50),
                Set.of(shirts.get(0).productId),
                Set.of(shirts.get(1).productId));

        for (var words : new String[] {"shirt", ""}) {
            assertThat(index.find(words))
                    .as(words)
                    .containsExactly(
                            shirts.get(4).productId,
                            shirts.get(2).productId,
                            shirts.get(3).productId,
                            shirts.get(0).productId);
            assertThat(index.counts(words, ListingQuery.all()).total()).isEqualTo(4);
        }
    }

    @Test
    void morePinsThanAPageHoldsStayInOrder() {
        var shirts = shirts(8);
        index.rules = pins(shirts.get(7), 1, shirts.get(6), 2, shirts.get(5), 12);

        var first = index.find("shirt", ListingQuery.all().withSize(2));
        var second = index.find("shirt", ListingQuery.all().withSize(2).withPage(2));

        assertThat(first).containsExactly(shirts.get(7).productId, shirts.get(6).productId);
        assertThat(second).startsWith(shirts.get(5).productId);
        assertThat(new HashSet<>(first)).doesNotContainAnyElementsOf(second);
    }

    @Test
    void rulesOfOneMarketplaceAreNotAnothers() {
        var mine = index.product("Shirt");
        var theirs = index.product("Shirt");
        index.add(mine);
        index.add(index.other, theirs);
        index.rules = pins(theirs, 1);

        assertThat(index.find("shirt")).containsExactly(mine.productId);
    }
}
