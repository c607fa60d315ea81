package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingQueryTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void readsWhatAnAddressSays() {
        var query = read(Map.of(
                "category",
                "summer-shirts",
                "brand",
                "nord",
                "min",
                "12.50",
                "max",
                "80",
                "stock",
                "1",
                "stars",
                "4",
                "sort",
                "price-up",
                "page",
                "3"));

        assertThat(query)
                .isEqualTo(ListingQuery.all()
                        .withCategory("summer-shirts")
                        .withBrand("nord")
                        .withPrices(1250L, 8000L)
                        .withInStock(true)
                        .withMinStars(4)
                        .withSort(ListingQuery.Sort.PRICE_UP)
                        .withPage(3));
    }

    @Test
    void leavesOutWhatItCannotRead() {
        var query = read(Map.of(
                "category",
                "../etc",
                "brand",
                "' OR 1=1",
                "min",
                "-5",
                "max",
                "1e9",
                "stock",
                "yes",
                "stars",
                "x",
                "sort",
                "random",
                "page",
                "-1"));

        assertThat(query).isEqualTo(ListingQuery.all());
    }

    @Test
    void bringsNumbersIntoTheirRange() {
        var query = read(Map.of("page", "999999999", "stars", "12"));

        assertThat(query.page()).isEqualTo(ListingQuery.DEEPEST / ListingQuery.DEFAULT_SIZE);
        assertThat(query.minStars()).isEqualTo(5);
        assertThat(ListingQuery.all().withSize(100_000).size()).isEqualTo(96);
    }

    @Test
    void readsAmountsWithTheDecimalsOfTheCurrency() {
        assertThat(ListingQuery.read(List.of("min"), Map.of("min", "1200")::get, JPY)
                        .prices())
                .containsExactly(new PriceSpan(1200L, null));
        assertThat(read(Map.of("min", "9,99")).prices()).containsExactly(new PriceSpan(999L, null));
    }

    @Test
    void writesTheAddressThatItIsReadFrom() {
        var query = read(Map.of("brand", "nord", "min", "12.5", "stock", "1", "sort", "newest", "page", "2"));

        assertThat(query.address(EUR)).isEqualTo("brand=nord&price=12.5-&stock=1&sort=newest&page=2");
        assertThat(parsed(query.address(EUR))).isEqualTo(query);
        assertThat(ListingQuery.all().withCategory("shirts").address(EUR)).isEmpty();
    }

    @Test
    void keepsSeveralChoicesOfOneFilter() {
        var query = read(Map.of(
                "brand",
                "nord,lindholt,,../x",
                "price",
                "50-100,-25,-",
                "f.color",
                "navy,red",
                "f.width_cm",
                "10..20.5"));

        assertThat(query.brands()).containsExactly("lindholt", "nord");
        assertThat(query.prices()).containsExactly(new PriceSpan(null, 2500L), new PriceSpan(5000L, 10000L));
        assertThat(query.facts().get("color")).containsExactly("navy", "red");
        assertThat(query.address(EUR))
                .isEqualTo("brand=lindholt,nord&price=-25,50-100&f.color=navy,red&f.width_cm=10..20.5");
        assertThat(parsed(query.address(EUR))).isEqualTo(query);
    }

    @Test
    void keepsNoMoreFactsAndValuesThanAnybodyChooses() {
        var many = new HashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            many.put("f.fact" + i, "a,".repeat(900) + i);
        }
        many.put("f.bad code", "x");

        assertThat(read(many).facts()).hasSize(10).allSatisfy((code, values) -> assertThat(values)
                .hasSizeLessThan(21));
    }

    @Test
    void startsOverAtTheFirstPageWhenTheListingChanges() {
        var third = ListingQuery.all().withPage(3);

        assertThat(third.withSort(ListingQuery.Sort.RATING).page()).isEqualTo(1);
        assertThat(third.withInStock(true).page()).isEqualTo(1);
    }

    private static ListingQuery read(Map<String, String> parameters) {
        return ListingQuery.read(parameters.keySet(), parameters::get, EUR);
    }

    private static ListingQuery parsed(String address) {
        var parameters = new HashMap<String, String>();
        for (var pair : address.split("&")) {
            parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return read(parameters);
    }
}
